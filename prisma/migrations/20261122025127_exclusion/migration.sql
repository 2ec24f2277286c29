-- CreateEnum
CREATE TYPE "CaseState" AS ENUM ('NOTICE', 'VOTING', 'EXCLUDED', 'DISMISSED', 'APPEALED', 'APPEAL_VOTING', 'CONFIRMED', 'REVERSED');

-- CreateEnum
CREATE TYPE "ExclusionBy" AS ENUM ('STEWARDS', 'VOTE');

-- AlterTable
ALTER TABLE "Association" ADD COLUMN     "exclusionBy" "ExclusionBy" NOT NULL DEFAULT 'STEWARDS';

-- CreateTable
CREATE TABLE "ExclusionCase" (
    "id" UUID NOT NULL,
    "associationId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "openedById" UUID,
    "clauseId" UUID NOT NULL,
    "facts" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'it',
    "state" "CaseState" NOT NULL DEFAULT 'NOTICE',
    "decidedBy" "ExclusionBy" NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "answerBy" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "appealBy" TIMESTAMPTZ(3),
    "appeal" TEXT NOT NULL DEFAULT '',
    "appealedAt" TIMESTAMPTZ(3),
    "appealTo" "ExclusionBy",
    "closedAt" TIMESTAMPTZ(3),
    "stateBefore" "MembershipState",
    "wasVisible" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ExclusionCase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseRuling" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "isAppeal" BOOLEAN NOT NULL,
    "isOut" BOOLEAN NOT NULL,
    "deciderId" UUID,
    "decisionId" UUID,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CaseRuling_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ExclusionCase_associationId_openedAt_idx" ON "ExclusionCase"("associationId", "openedAt");

-- CreateIndex
CREATE INDEX "ExclusionCase_memberId_idx" ON "ExclusionCase"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "exclusion_case_one_open" ON "ExclusionCase"("membershipId") WHERE (state = 'NOTICE' OR state = 'VOTING');

-- CreateIndex
CREATE UNIQUE INDEX "CaseRuling_caseId_isAppeal_key" ON "CaseRuling"("caseId", "isAppeal");

-- AddForeignKey
ALTER TABLE "ExclusionCase" ADD CONSTRAINT "ExclusionCase_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExclusionCase" ADD CONSTRAINT "ExclusionCase_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExclusionCase" ADD CONSTRAINT "ExclusionCase_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExclusionCase" ADD CONSTRAINT "ExclusionCase_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExclusionCase" ADD CONSTRAINT "ExclusionCase_clauseId_fkey" FOREIGN KEY ("clauseId") REFERENCES "Clause"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseRuling" ADD CONSTRAINT "CaseRuling_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ExclusionCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseRuling" ADD CONSTRAINT "CaseRuling_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say.

-- M9 · seven whole days to answer, thirty to appeal; nobody opens a case against themselves.
ALTER TABLE "ExclusionCase" ADD CONSTRAINT "case_terms" CHECK (
  "answerBy" >= "openedAt" + interval '168 hours' AND ("decidedAt" IS NULL OR "decidedAt" >= "answerBy")
  AND ("appealBy" IS NULL OR "appealBy" >= "decidedAt" + interval '720 hours') AND "openedById" <> "memberId");
ALTER TABLE "ExclusionCase" ADD CONSTRAINT "case_states" CHECK (
  ("decidedAt" IS NULL) = ("state" IN ('NOTICE', 'VOTING'))
  AND ("closedAt" IS NOT NULL) = ("state" IN ('DISMISSED', 'CONFIRMED', 'REVERSED'))
  AND ("appealedAt" IS NOT NULL) = ("state" IN ('APPEALED', 'APPEAL_VOTING', 'CONFIRMED', 'REVERSED'))
  AND btrim("facts") <> '');
ALTER TABLE "CaseRuling" ADD CONSTRAINT "ruling_reasoned" CHECK (btrim("reason") <> '' AND num_nonnulls("deciderId", "decisionId") <= 1);

CREATE FUNCTION guard_exclusion_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN COALESCE(NEW, OLD); END IF;
  IF TG_OP = 'DELETE' OR OLD."state" IN ('DISMISSED', 'CONFIRMED', 'REVERSED') THEN
    RAISE EXCEPTION 'A6: a case that is over never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD."memberId", OLD."membershipId", OLD."openedById", OLD."clauseId", OLD."facts", OLD."decidedBy", OLD."openedAt", OLD."answerBy")
     IS DISTINCT FROM
     (NEW."memberId", NEW."membershipId", NEW."openedById", NEW."clauseId", NEW."facts", NEW."decidedBy", NEW."openedAt", NEW."answerBy") THEN
    RAISE EXCEPTION 'M9: what a case says stays as the person was told' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON "ExclusionCase" FOR EACH ROW EXECUTE FUNCTION guard_exclusion_case();

-- M9 · who decides is none of the parties, on appeal none of those who decided first, and nobody before the answer's time.
CREATE FUNCTION guard_case_ruling() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "ExclusionCase" c WHERE c."id" = NEW."caseId"
      AND (NEW."deciderId" IN (c."memberId", c."openedById") OR NEW."at" < c."answerBy"))
     OR EXISTS (SELECT 1 FROM "CaseRuling" r WHERE r."caseId" = NEW."caseId" AND NEW."isAppeal" AND r."deciderId" = NEW."deciderId") THEN
    RAISE EXCEPTION 'M9: decided by a party, or before the time to answer' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guarded BEFORE INSERT ON "CaseRuling" FOR EACH ROW EXECUTE FUNCTION guard_case_ruling();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CaseRuling" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- M2 · whoever comes in has by commit a pledge on the charter in force; whom an appeal returns, the one they had (M9).
CREATE OR REPLACE FUNCTION guard_activation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."state" IN ('ACTIVE', 'PAUSED') THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' AND OLD."state" = 'EXCLUDED' AND EXISTS (
    SELECT 1 FROM "ExclusionCase" k WHERE k."membershipId" = NEW."id" AND k."state" = 'REVERSED'
       AND k."closedAt" = NEW."stateSince" AND k."stateBefore" = NEW."state") THEN RETURN NULL; END IF;
  IF NEW."state" <> 'ACTIVE' OR EXISTS (
    SELECT 1 FROM "Pledge" p JOIN "Charter" c ON c."id" = p."charterId"
     WHERE p."membershipId" = NEW."id" AND c."associationId" = NEW."associationId" AND p."charterHash" = c."hash"
       AND p."acceptedAt" >= NEW."stateSince"
       AND c."version" >= (SELECT max(v."version") FROM "Charter" v WHERE v."associationId" = NEW."associationId" AND v."publishedAt" <= p."acceptedAt"))
  THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'M2: no pledge on the charter in force' USING ERRCODE = 'check_violation', CONSTRAINT = 'membership_pledged';
END $$;

-- Cases decided by none of their parties, and whoever is out by one. The rest is as before.
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
  UNION ALL
  SELECT 'M9', c."id", 'ruled out or not, without a ruling that says so' FROM "ExclusionCase" c
   WHERE c."state" NOT IN ('NOTICE', 'VOTING') AND (c."state" <> 'DISMISSED') IS DISTINCT FROM
         (SELECT r."isOut" FROM "CaseRuling" r WHERE r."caseId" = c."id" AND NOT r."isAppeal")
  UNION ALL
  SELECT 'M9', c."id", 'an appeal closed otherwise than ruled' FROM "ExclusionCase" c
   WHERE c."state" IN ('CONFIRMED', 'REVERSED') AND (c."state" = 'CONFIRMED') IS DISTINCT FROM
         (SELECT r."isOut" FROM "CaseRuling" r WHERE r."caseId" = c."id" AND r."isAppeal")
  UNION ALL
  SELECT 'M9', c."id", 'excluded by a case, and still in since' FROM "ExclusionCase" c JOIN "Membership" m ON m."id" = c."membershipId"
   WHERE c."state" IN ('EXCLUDED', 'APPEALED', 'APPEAL_VOTING') AND m."state" IN ('ACTIVE', 'PAUSED')
     AND NOT EXISTS (SELECT 1 FROM "MembershipEvent" e WHERE e."membershipId" = m."id" AND e."at" > c."decidedAt" AND e."door" IS NOT NULL)
$$;
