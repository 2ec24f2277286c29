-- M8 · a seat somebody was asked about when a dream became a proposal is asked about no more, where the project is for members only and
-- they belong to nothing that carries it: whichever association they left, or stopped carrying it.
CREATE OR REPLACE FUNCTION end_stranded_asks(project uuid, at timestamptz) RETURNS void LANGUAGE sql AS $$
  UPDATE "NeedAsk" a SET "state" = 'WITHDRAWN', "closedAt" = at
   WHERE a."projectId" = project AND a."state" = 'OPEN' AND is_stranded(a."projectId", a."toId");
  UPDATE "BeyondOffer" b SET "state" = 'WITHDRAWN', "closedAt" = at
   WHERE b."projectId" = project AND b."state" = 'WAITING' AND is_stranded(b."projectId", b."memberId");
  UPDATE "SeatAsk" a SET "state" = 'WITHDRAWN', "closedAt" = at
    FROM "CoProposer" d
   WHERE d."id" = a."coProposerId" AND d."projectId" = project AND a."state" = 'OPEN' AND is_stranded(d."projectId", d."memberId")
$$;
CREATE OR REPLACE FUNCTION end_need_asks_of_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "NeedAsk" a SET "state" = 'WITHDRAWN', "closedAt" = NEW."stateSince"
   WHERE a."toId" = NEW."memberId" AND a."state" = 'OPEN' AND is_stranded(a."projectId", a."toId");
  UPDATE "BeyondOffer" b SET "state" = 'WITHDRAWN', "closedAt" = NEW."stateSince"
   WHERE b."memberId" = NEW."memberId" AND b."state" = 'WAITING' AND is_stranded(b."projectId", b."memberId");
  UPDATE "SeatAsk" a SET "state" = 'WITHDRAWN', "closedAt" = NEW."stateSince"
    FROM "CoProposer" d
   WHERE d."id" = a."coProposerId" AND d."memberId" = NEW."memberId" AND a."state" = 'OPEN' AND is_stranded(d."projectId", d."memberId");
  RETURN NULL;
END $$;
SELECT end_stranded_asks(p."id", now()) FROM "Project" p WHERE p."isMembersOnly";

CREATE OR REPLACE FUNCTION invariants_of_ideas() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'PT3', i."id", 'an invitation that waits to what is no idea any more' FROM "IdeaInvitation" i JOIN "Project" p ON p."id" = i."projectId"
   WHERE i."state" = 'OPEN' AND p."state" <> 'IDEA'
  UNION ALL
  SELECT 'PT2', a."id", 'a seat is asked about in what is over, or by nobody who stands' FROM "SeatAsk" a
    JOIN "CoProposer" c ON c."id" = a."coProposerId" JOIN "Project" p ON p."id" = c."projectId"
   WHERE a."state" = 'OPEN' AND (c."withdrawnAt" IS NOT NULL OR p."state" IN ('IDEA', 'COMPLETED', 'ABANDONED'))
  UNION ALL
  SELECT 'M8', a."id", 'a seat is asked about in what is not for them' FROM "SeatAsk" a JOIN "CoProposer" c ON c."id" = a."coProposerId"
   WHERE a."state" = 'OPEN' AND is_stranded(c."projectId", c."memberId")
  UNION ALL
  SELECT 'PT2', a."id", 'a seat said yes to without an offer' FROM "SeatAsk" a JOIN "CoProposer" c ON c."id" = a."coProposerId"
   WHERE a."state" = 'ACCEPTED' AND NOT EXISTS (SELECT 1 FROM "NeedOffer" o WHERE o."needId" = a."needId" AND o."memberId" = c."memberId")
  UNION ALL
  SELECT 'M8', c."id", 'dreams an idea kept for members of an association they left' FROM "CoProposer" c JOIN "Project" p ON p."id" = c."projectId"
   WHERE c."withdrawnAt" IS NULL AND p."state" = 'IDEA' AND p."isMembersOnly" AND NOT EXISTS (
     SELECT 1 FROM "Membership" m WHERE m."associationId" = p."associationId" AND m."memberId" = c."memberId" AND m."state" IN ('ACTIVE', 'PAUSED'))
$$;
