-- CreateEnum
CREATE TYPE "AskState" AS ENUM ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "Association" ADD COLUMN     "ideaPeopleNeeded" INTEGER NOT NULL DEFAULT 3;

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "peopleNeeded" INTEGER,
ADD COLUMN     "values" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "whyTogether" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "CoProposer" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "brings" "Brings" NOT NULL,
    "competenceId" INTEGER,
    "contact" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "CoProposer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdeaInvitation" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "askedById" UUID,
    "reason" TEXT NOT NULL,
    "state" "AskState" NOT NULL DEFAULT 'OPEN',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "IdeaInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeatAsk" (
    "id" UUID NOT NULL,
    "coProposerId" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "state" "AskState" NOT NULL DEFAULT 'OPEN',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SeatAsk_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CoProposer_projectId_joinedAt_idx" ON "CoProposer"("projectId", "joinedAt");

-- CreateIndex
CREATE INDEX "CoProposer_memberId_idx" ON "CoProposer"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "co_proposer_one_standing" ON "CoProposer"("projectId", "memberId") WHERE ("withdrawnAt" IS NULL);

-- CreateIndex
CREATE INDEX "IdeaInvitation_toId_state_idx" ON "IdeaInvitation"("toId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "idea_invitation_one_open" ON "IdeaInvitation"("projectId", "toId") WHERE (state = 'OPEN');

-- CreateIndex
CREATE UNIQUE INDEX "SeatAsk_coProposerId_key" ON "SeatAsk"("coProposerId");

-- CreateIndex
CREATE INDEX "SeatAsk_needId_idx" ON "SeatAsk"("needId");

-- AddForeignKey
ALTER TABLE "CoProposer" ADD CONSTRAINT "CoProposer_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoProposer" ADD CONSTRAINT "CoProposer_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoProposer" ADD CONSTRAINT "CoProposer_competenceId_fkey" FOREIGN KEY ("competenceId") REFERENCES "Competence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaInvitation" ADD CONSTRAINT "IdeaInvitation_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaInvitation" ADD CONSTRAINT "IdeaInvitation_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaInvitation" ADD CONSTRAINT "IdeaInvitation_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatAsk" ADD CONSTRAINT "SeatAsk_coProposerId_fkey" FOREIGN KEY ("coProposerId") REFERENCES "CoProposer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatAsk" ADD CONSTRAINT "SeatAsk_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Association" ADD CONSTRAINT "association_idea_people" CHECK ("ideaPeopleNeeded" BETWEEN 2 AND 12);

-- Ideas from before take the number that associations begin with.
UPDATE "Project" p SET "peopleNeeded" = 3
 WHERE p."state" = 'IDEA' OR EXISTS (SELECT 1 FROM "ProjectTransition" t WHERE t."projectId" = p."id" AND t."to" = 'IDEA');
ALTER TABLE "Project" ADD CONSTRAINT "project_idea_people" CHECK (CASE "state" WHEN 'IDEA' THEN "peopleNeeded" IS NOT NULL AND "peopleNeeded" BETWEEN 2 AND 12 ELSE "peopleNeeded" IS NULL OR "peopleNeeded" BETWEEN 2 AND 12 END);
ALTER TABLE "Project" ADD CONSTRAINT "project_values" CHECK (cardinality("values") <= 3);

-- PJ3 · one comes in with a competence or a contact, named.
ALTER TABLE "CoProposer" ADD CONSTRAINT "co_proposer_names_something" CHECK (
  CASE "brings" WHEN 'COMPETENCE' THEN "competenceId" IS NOT NULL ELSE btrim("contact") <> '' END);
ALTER TABLE "IdeaInvitation" ADD CONSTRAINT "idea_invitation_closed" CHECK (("state" = 'OPEN') = ("closedAt" IS NULL));
ALTER TABLE "IdeaInvitation" ADD CONSTRAINT "idea_invitation_not_self" CHECK ("toId" <> "askedById");
ALTER TABLE "IdeaInvitation" ADD CONSTRAINT "idea_invitation_reason" CHECK (btrim("reason") <> '');
ALTER TABLE "SeatAsk" ADD CONSTRAINT "seat_ask_closed" CHECK (("state" = 'OPEN') = ("closedAt" IS NULL));

-- P59 · an idea is joined while it is one, and not by whoever leads it.
CREATE FUNCTION guard_co_proposer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Project" p WHERE p."id" = NEW."projectId" AND p."state" = 'IDEA' AND p."ownerId" IS DISTINCT FROM NEW."memberId") THEN
    RAISE EXCEPTION 'P59: not an idea to join' USING ERRCODE = 'check_violation', CONSTRAINT = 'co_proposer_of_idea';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER co_proposer_of_idea BEFORE INSERT ON "CoProposer" FOR EACH ROW EXECUTE FUNCTION guard_co_proposer();

-- P59, R5 · an idea becomes a proposal with enough people and its papers; how many are enough was fixed when it was opened.
CREATE FUNCTION guard_idea_becoming() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."peopleNeeded" IS DISTINCT FROM NEW."peopleNeeded" THEN
    RAISE EXCEPTION 'R5: fixed when it was opened' USING ERRCODE = 'check_violation', CONSTRAINT = 'project_idea_people_fixed';
  END IF;
  IF OLD."state" <> 'IDEA' OR NEW."state" <> 'PROPOSED' THEN RETURN NEW; END IF;
  IF NEW."peopleNeeded" > (NEW."ownerId" IS NOT NULL)::int + (
       SELECT count(*) FROM "CoProposer" c
        WHERE c."projectId" = NEW."id" AND c."withdrawnAt" IS NULL AND c."memberId" IS DISTINCT FROM NEW."ownerId") THEN
    RAISE EXCEPTION 'P59: too few people yet' USING ERRCODE = 'check_violation', CONSTRAINT = 'project_idea_enough';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Deliverable" d WHERE d."projectId" = NEW."id" AND d."dueOn" IS NOT NULL)
     OR NOT EXISTS (SELECT 1 FROM "Need" n WHERE n."projectId" = NEW."id") THEN
    RAISE EXCEPTION 'PJ2: a proposal has a dated deliverable and needs' USING ERRCODE = 'check_violation', CONSTRAINT = 'project_idea_papers';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_idea_becoming BEFORE UPDATE OF "state", "peopleNeeded" ON "Project" FOR EACH ROW EXECUTE FUNCTION guard_idea_becoming();

CREATE FUNCTION invariants_of_ideas() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'PT3', i."id", 'an invitation that waits to what is no idea any more' FROM "IdeaInvitation" i JOIN "Project" p ON p."id" = i."projectId"
   WHERE i."state" = 'OPEN' AND p."state" <> 'IDEA'
  UNION ALL
  SELECT 'PT2', a."id", 'a seat is asked about in what is over, or by nobody who stands' FROM "SeatAsk" a
    JOIN "CoProposer" c ON c."id" = a."coProposerId" JOIN "Project" p ON p."id" = c."projectId"
   WHERE a."state" = 'OPEN' AND (c."withdrawnAt" IS NOT NULL OR p."state" IN ('IDEA', 'COMPLETED', 'ABANDONED'))
  UNION ALL
  SELECT 'PT2', a."id", 'a seat said yes to without an offer' FROM "SeatAsk" a JOIN "CoProposer" c ON c."id" = a."coProposerId"
   WHERE a."state" = 'ACCEPTED' AND NOT EXISTS (SELECT 1 FROM "NeedOffer" o WHERE o."needId" = a."needId" AND o."memberId" = c."memberId")
  UNION ALL
  SELECT 'M8', c."id", 'dreams an idea kept for members of an association they left' FROM "CoProposer" c JOIN "Project" p ON p."id" = c."projectId"
   WHERE c."withdrawnAt" IS NULL AND p."state" = 'IDEA' AND p."isMembersOnly" AND NOT EXISTS (
     SELECT 1 FROM "Membership" m WHERE m."associationId" = p."associationId" AND m."memberId" = c."memberId" AND m."state" IN ('ACTIVE', 'PAUSED'))
$$;

CREATE OR REPLACE FUNCTION invariants_of_projects() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'PJ4', n."id", 'more accepted offers than seats' FROM "Need" n
   WHERE n."seats" < (SELECT count(*) FROM "NeedOffer" o WHERE o."needId" = n."id" AND o."state" = 'ACCEPTED')
  UNION ALL
  SELECT 'PJ2', p."id", 'active without a start' FROM "Project" p
   WHERE p."state" = 'ACTIVE' AND p."startedAt" IS NULL
  UNION ALL
  SELECT 'PJ7', p."id", 'completed with an open commitment' FROM "Project" p
   WHERE p."state" = 'COMPLETED' AND EXISTS (SELECT 1 FROM "Commitment" c WHERE c."projectId" = p."id" AND c."state" = 'OPEN')
  UNION ALL
  SELECT 'PJ6', r."contributionId", 'a reversal of what is not confirmed' FROM "ContributionReversal" r JOIN "Contribution" c ON c."id" = r."contributionId"
   WHERE c."state" <> 'CONFIRMED'
  UNION ALL
  SELECT 'K3', p.a, 'more than three confirmations of one pair in a month' FROM (
    SELECT LEAST(x.a, x.b) AS a, GREATEST(x.a, x.b) AS b, date_trunc('month', x."at" AT TIME ZONE 'Europe/Rome') AS m FROM (
      SELECT c."memberId" AS a, c."confirmedById" AS b, c."confirmedAt" AS "at" FROM "Contribution" c WHERE c."confirmedById" IS NOT NULL
      UNION ALL
      SELECT COALESCE(k."memberId", k."declaredById"), k."confirmedById", k."confirmedAt" FROM "Commitment" k
       WHERE k."confirmedById" IS NOT NULL AND COALESCE(k."memberId", k."declaredById") IS NOT NULL) x) p
   GROUP BY p.a, p.b, p.m HAVING count(*) > 3
  UNION ALL
  SELECT * FROM invariants_of_ideas()
$$;
