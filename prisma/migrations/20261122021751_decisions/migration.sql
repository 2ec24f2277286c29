-- The word «decision» is the room's; what one steward says on an application is a verdict.
ALTER TYPE "Decision" RENAME TO "Verdict";

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('GENERAL', 'CHARTER', 'EXCLUSION', 'APPEAL');

-- CreateEnum
CREATE TYPE "DecisionState" AS ENUM ('OPEN', 'CLOSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "DecisionOutcome" AS ENUM ('APPROVED', 'REJECTED', 'TIED', 'NO_QUORUM');

-- CreateEnum
CREATE TYPE "Quorum" AS ENUM ('NONE', 'THIRD', 'HALF');

-- CreateEnum
CREATE TYPE "Threshold" AS ENUM ('MAJORITY', 'TWO_THIRDS');

-- CreateEnum
CREATE TYPE "Answer" AS ENUM ('YES', 'NO', 'OBJECTION', 'ABSTAIN', 'CHOICE');

-- CreateEnum
CREATE TYPE "ChargeState" AS ENUM ('OFFERED', 'ACCEPTED', 'REFUSED');

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "associationId" UUID NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "state" "DecisionState" NOT NULL DEFAULT 'OPEN',
    "subjectId" UUID,
    "subjectMemberId" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'it',
    "isSecret" BOOLEAN NOT NULL,
    "isHidden" BOOLEAN NOT NULL,
    "quorum" "Quorum" NOT NULL,
    "threshold" "Threshold" NOT NULL,
    "openedById" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "outcome" "DecisionOutcome",
    "chosenId" UUID,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionOption" (
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "stance" "Answer" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "votes" INTEGER,

    CONSTRAINT "DecisionOption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Elector" (
    "decisionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "hasVoted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Elector_pkey" PRIMARY KEY ("decisionId","memberId")
);

-- CreateTable
CREATE TABLE "Ballot" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "decisionId" UUID NOT NULL,
    "memberId" UUID,
    "optionId" UUID NOT NULL,
    "objection" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Charge" (
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "responsibleId" UUID NOT NULL,
    "offeredById" UUID,
    "statement" TEXT NOT NULL,
    "reviewOn" DATE NOT NULL,
    "state" "ChargeState" NOT NULL DEFAULT 'OFFERED',
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Charge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Decision_associationId_openedAt_idx" ON "Decision"("associationId", "openedAt");

-- CreateIndex
CREATE INDEX "Decision_state_closesAt_idx" ON "Decision"("state", "closesAt");

-- CreateIndex
CREATE INDEX "Decision_kind_subjectId_idx" ON "Decision"("kind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "decision_one_open" ON "Decision"("kind", "subjectId") WHERE (state = 'OPEN' AND "subjectId" IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "DecisionOption_decisionId_position_key" ON "DecisionOption"("decisionId", "position");

-- CreateIndex
CREATE INDEX "Elector_memberId_idx" ON "Elector"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_one_each" ON "Ballot"("decisionId", "memberId");

-- CreateIndex
CREATE INDEX "Charge_responsibleId_state_idx" ON "Charge"("responsibleId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "charge_one_current" ON "Charge"("decisionId") WHERE (state = 'OFFERED' OR state = 'ACCEPTED');

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_subjectMemberId_fkey" FOREIGN KEY ("subjectMemberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_chosenId_fkey" FOREIGN KEY ("chosenId") REFERENCES "DecisionOption"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionOption" ADD CONSTRAINT "DecisionOption_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Elector" ADD CONSTRAINT "Elector_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Elector" ADD CONSTRAINT "Elector_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_optionId_fkey" FOREIGN KEY ("optionId") REFERENCES "DecisionOption"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Charge" ADD CONSTRAINT "Charge_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Charge" ADD CONSTRAINT "Charge_responsibleId_fkey" FOREIGN KEY ("responsibleId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Charge" ADD CONSTRAINT "Charge_offeredById_fkey" FOREIGN KEY ("offeredById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say.

-- DC4 · a closed decision has an outcome, an open one has none; DC6 · charter and exclusion: seven days, half, two thirds.
ALTER TABLE "Decision" ADD CONSTRAINT "decision_outcome" CHECK (
  ("state" = 'CLOSED') = ("outcome" IS NOT NULL) AND ("state" = 'OPEN') = ("closedAt" IS NULL)
  AND ("chosenId" IS NULL OR "outcome" = 'APPROVED'));
ALTER TABLE "Decision" ADD CONSTRAINT "decision_solemn" CHECK ("kind" = 'GENERAL' OR (
  "closesAt" >= "openedAt" + interval '168 hours' AND "quorum" = 'HALF' AND "threshold" = 'TWO_THIRDS' AND "subjectId" IS NOT NULL));
ALTER TABLE "Decision" ADD CONSTRAINT "decision_closes_later" CHECK ("closesAt" > "openedAt" AND ("closedAt" IS NULL OR "state" = 'WITHDRAWN' OR "closedAt" >= "closesAt"));
ALTER TABLE "Decision" ADD CONSTRAINT "decision_secret_is_hidden" CHECK ("isHidden" OR NOT "isSecret");
ALTER TABLE "DecisionOption" ADD CONSTRAINT "option_says_what" CHECK (("stance" = 'CHOICE') = (btrim("text") <> ''));
ALTER TABLE "Charge" ADD CONSTRAINT "charge_answered" CHECK (("state" = 'OFFERED') = ("answeredAt" IS NULL));

-- DC3, DC5, A6 · what is asked freezes at the first ballot, secrecy is never relaxed, and what is over never changes.
CREATE FUNCTION guard_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN COALESCE(NEW, OLD); END IF;
  IF TG_OP = 'DELETE' OR OLD."state" <> 'OPEN' THEN
    RAISE EXCEPTION 'A6: a decision that is over never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD."isSecret" AND NOT NEW."isSecret") OR (OLD."isHidden" AND NOT NEW."isHidden") THEN
    RAISE EXCEPTION 'DC5: secrecy is not relaxed after opening' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD."title", OLD."text", OLD."isSecret", OLD."isHidden", OLD."quorum", OLD."threshold", OLD."closesAt", OLD."openedAt", OLD."kind")
     IS DISTINCT FROM
     (NEW."title", NEW."text", NEW."isSecret", NEW."isHidden", NEW."quorum", NEW."threshold", NEW."closesAt", NEW."openedAt", NEW."kind")
     AND EXISTS (SELECT 1 FROM "Ballot" b WHERE b."decisionId" = OLD."id") THEN
    RAISE EXCEPTION 'DC3: what is asked froze at the first ballot' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON "Decision" FOR EACH ROW EXECUTE FUNCTION guard_decision();

CREATE FUNCTION guard_decision_option() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN COALESCE(NEW, OLD); END IF;
  IF TG_OP = 'UPDATE' AND NEW."votes" IS NOT NULL AND OLD."votes" IS NULL
     AND (NEW."id", NEW."decisionId", NEW."position", NEW."stance", NEW."text") IS NOT DISTINCT FROM
         (OLD."id", OLD."decisionId", OLD."position", OLD."stance", OLD."text") THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM "Decision" d WHERE d."id" = COALESCE(NEW."decisionId", OLD."decisionId")
      AND (d."state" <> 'OPEN' OR EXISTS (SELECT 1 FROM "Ballot" b WHERE b."decisionId" = d."id"))) THEN
    RAISE EXCEPTION 'DC3: the options froze at the first ballot' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON "DecisionOption" FOR EACH ROW EXECUTE FUNCTION guard_decision_option();

-- DC1 · the electorate is that of the opening: that somebody voted is all that changes.
CREATE FUNCTION guard_elector() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN COALESCE(NEW, OLD); END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'DC1: the electorate is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM "Decision" d WHERE d."id" = NEW."decisionId" AND (d."state" <> 'OPEN' OR d."subjectMemberId" = NEW."memberId"
       OR (TG_OP = 'INSERT' AND EXISTS (SELECT 1 FROM "Ballot" b WHERE b."decisionId" = d."id"))))
     OR (TG_OP = 'UPDATE' AND (NOT NEW."hasVoted" OR (NEW."decisionId", NEW."memberId") <> (OLD."decisionId", OLD."memberId"))) THEN
    RAISE EXCEPTION 'DC1: the electorate is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON "Elector" FOR EACH ROW EXECUTE FUNCTION guard_elector();

-- DC1, DC2, DC7, A6 · a ballot is an elector's, answers what is asked, says why it objects, and stands once the vote is closed.
CREATE FUNCTION guard_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE asked "Answer";
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN COALESCE(NEW, OLD); END IF;
  IF EXISTS (SELECT 1 FROM "Decision" d WHERE d."id" = COALESCE(NEW."decisionId", OLD."decisionId") AND d."state" <> 'OPEN') THEN
    RAISE EXCEPTION 'A6: ballots stand once the vote is closed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF NEW."memberId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Elector" e WHERE e."decisionId" = NEW."decisionId" AND e."memberId" = NEW."memberId") THEN
    RAISE EXCEPTION 'DC1: not of the electorate' USING ERRCODE = 'check_violation', CONSTRAINT = 'ballot_elector';
  END IF;
  SELECT o."stance" INTO asked FROM "DecisionOption" o WHERE o."id" = NEW."optionId" AND o."decisionId" = NEW."decisionId";
  IF asked IS NULL OR (asked = 'OBJECTION') <> (btrim(NEW."objection") <> '') THEN
    RAISE EXCEPTION 'DC7: an objection carries text, and no other answer does' USING ERRCODE = 'check_violation', CONSTRAINT = 'ballot_answer';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guarded BEFORE INSERT OR UPDATE OR DELETE ON "Ballot" FOR EACH ROW EXECUTE FUNCTION guard_ballot();

-- Votes counted as cast, by those who may, and secret once secret. The rest is as before.
CREATE OR REPLACE FUNCTION check_invariants() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'M2', m."id", 'active without a pledge' FROM "Membership" m
   WHERE m."state" IN ('ACTIVE', 'PAUSED') AND NOT EXISTS (SELECT 1 FROM "Pledge" p WHERE p."membershipId" = m."id")
  UNION ALL
  SELECT 'M1', m."id", 'state differs from the last event' FROM "Membership" m
   WHERE m."state" IS DISTINCT FROM (SELECT e."to" FROM "MembershipEvent" e WHERE e."membershipId" = m."id" ORDER BY e."at" DESC, e."id" DESC LIMIT 1)
  UNION ALL
  SELECT 'M6', a."id", 'accepted without enough deciders' FROM "Application" a JOIN "Association" s ON s."id" = a."associationId"
   WHERE a."state" = 'ACCEPTED' AND a."door" = 'APPLICATION'
     AND (SELECT count(*) FROM "ApplicationDecision" d WHERE d."applicationId" = a."id" AND d."outcome" = 'ADMIT') < 1
  UNION ALL
  SELECT 'M6', d."id", 'decided by the candidate' FROM "ApplicationDecision" d JOIN "Application" a ON a."id" = d."applicationId"
   WHERE d."deciderId" = a."memberId"
  UNION ALL
  SELECT 'M8', g."id", 'role held after leaving' FROM "RoleGrant" g JOIN "Membership" m ON m."id" = g."membershipId"
   WHERE g."state" IN ('OFFERED', 'HELD') AND m."state" IN ('LEFT', 'EXCLUDED')
  UNION ALL
  SELECT 'R3', s."id", 'open without a steward' FROM "Association" s
   WHERE s."state" = 'OPEN' AND NOT EXISTS (
     SELECT 1 FROM "RoleGrant" g JOIN "Membership" m ON m."id" = g."membershipId"
      WHERE m."associationId" = s."id" AND m."state" IN ('ACTIVE', 'PAUSED') AND g."role" = 'STEWARD' AND g."state" = 'HELD')
  UNION ALL
  SELECT 'A5', s."id", 'more members than places' FROM "Association" s
   WHERE s."memberLimit" < (SELECT count(*) FROM "Membership" m WHERE m."associationId" = s."id" AND m."state" IN ('ACTIVE', 'PAUSED'))
  UNION ALL
  SELECT 'PJ4', n."id", 'more accepted offers than seats' FROM "Need" n
   WHERE n."seats" < (SELECT count(*) FROM "NeedOffer" o WHERE o."needId" = n."id" AND o."state" = 'ACCEPTED')
  UNION ALL
  SELECT 'PJ2', p."id", 'active without a start' FROM "Project" p
   WHERE p."state" = 'ACTIVE' AND p."startedAt" IS NULL
  UNION ALL
  SELECT 'PJ7', p."id", 'completed with an open commitment' FROM "Project" p
   WHERE p."state" = 'COMPLETED' AND EXISTS (SELECT 1 FROM "Commitment" c WHERE c."projectId" = p."id" AND c."state" = 'OPEN')
  UNION ALL
  SELECT 'A2', e."memberId", 'a visitor finds a profile that is not public' FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId"
   WHERE (e."viewer" = 'VISITOR' AND NOT m."isPublic") OR (e."viewer" = 'MEMBER' AND NOT m."isListed")
  UNION ALL
  SELECT 'M3', a."id", 'an application pending of somebody who is in' FROM "Application" a
    JOIN "Membership" m ON m."associationId" = a."associationId" AND m."memberId" = a."memberId"
   WHERE a."state" = 'PENDING' AND m."state" = 'ACTIVE'
  UNION ALL
  SELECT 'M3', i."id", 'an invitation pending of somebody who is in' FROM "Invitation" i
    JOIN "Membership" m ON m."associationId" = i."associationId" AND m."memberId" = i."memberId"
   WHERE i."state" = 'PENDING' AND m."state" = 'ACTIVE'
  UNION ALL
  SELECT 'PT1', g."id", 'a role held by somebody who only listens' FROM "RoleGrant" g
   WHERE g."state" = 'HELD' AND (
     SELECT p."isListening" FROM "Pledge" p WHERE p."membershipId" = g."membershipId" ORDER BY p."acceptedAt" DESC, p."id" DESC LIMIT 1)
  UNION ALL
  SELECT 'A2', e."memberId", 'somebody suspended or erased is found' FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId"
   WHERE NOT EXISTS (SELECT 1 FROM "Account" a WHERE a."id" = m."accountId" AND a."suspendedAt" IS NULL)
  UNION ALL
  SELECT 'A3', e."memberId", 'a list of search misses its entry' FROM "DirectoryEntry" e, directory_lists(e."viewer", e."rank", e."tokens") l
   WHERE NOT EXISTS (SELECT 1 FROM "DirectoryPosting" p WHERE p."list" = l.list AND p."rank" = l.place AND p."entryId" = e."id")
  UNION ALL
  SELECT 'A3', NULL, 'list ' || p."list" || ' of search holds who is not in it' FROM "DirectoryPosting" p
    LEFT JOIN "DirectoryEntry" e ON e."id" = p."entryId"
   WHERE e."id" IS NULL OR NOT EXISTS (
     SELECT 1 FROM directory_lists(e."viewer", e."rank", e."tokens") l WHERE l.list = p."list" AND l.place = p."rank")
  UNION ALL
  SELECT 'A3', NULL, 'token ' || COALESCE(c.other, n.other) || ' of search is counted ' || COALESCE(c.n, 0) || ' times instead of ' || COALESCE(n.n, 0)
    FROM (SELECT k.viewer, k.other, sum(k.n) AS n FROM directory_kept() k WHERE k.list IN (0, 1) GROUP BY 1, 2 HAVING sum(k.n) <> 0) c
    FULL JOIN (SELECT e."viewer", d.other, count(*) AS n FROM "DirectoryEntry" e, directory_counted(e."tokens") d WHERE d.list IN (0, 1) GROUP BY 1, 2) n
      ON n."viewer" = c.viewer AND n.other = c.other
   WHERE c.n IS DISTINCT FROM n.n
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
  SELECT 'PT1', m."id", 'behind, who only listens' FROM "Membership" m
   WHERE m."behindSince" IS NOT NULL AND (
     SELECT p."isListening" FROM "Pledge" p WHERE p."membershipId" = m."id" ORDER BY p."acceptedAt" DESC, p."id" DESC LIMIT 1)
  UNION ALL
  SELECT 'DC1', b."id", 'a ballot of nobody who may vote' FROM "Ballot" b
   WHERE b."memberId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Elector" e WHERE e."decisionId" = b."decisionId" AND e."memberId" = b."memberId" AND e."hasVoted")
  UNION ALL
  SELECT 'DC4', d."id", 'counted otherwise than cast' FROM "Decision" d
   WHERE d."state" = 'CLOSED' AND EXISTS (
     SELECT 1 FROM "DecisionOption" o WHERE o."decisionId" = d."id"
        AND o."votes" IS DISTINCT FROM (SELECT count(*)::int FROM "Ballot" b WHERE b."optionId" = o."id"))
  UNION ALL
  SELECT 'DC5', d."id", 'a secret vote that can be joined to its voters' FROM "Decision" d
   WHERE d."state" = 'CLOSED' AND d."isSecret" AND EXISTS (SELECT 1 FROM "Ballot" b WHERE b."decisionId" = d."id" AND b."memberId" IS NOT NULL)
  UNION ALL
  SELECT 'DC6', d."id", 'the subject of an exclusion among those who vote' FROM "Decision" d JOIN "Elector" e ON e."decisionId" = d."id"
   WHERE e."memberId" = d."subjectMemberId"
  UNION ALL
  SELECT 'DC8', c."id", 'somebody sees to what was not approved' FROM "Charge" c JOIN "Decision" d ON d."id" = c."decisionId"
   WHERE d."outcome" IS DISTINCT FROM 'APPROVED'
$$;
