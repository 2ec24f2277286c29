-- Contributions outside projects, their rejection and reversal (PJ6), commitments of one's own (K1–K3), and what the contribution rule needs: absences, asking for help, what a member was told.

-- AlterEnum
ALTER TYPE "ReminderKind" ADD VALUE 'PERIOD_ENDING';
ALTER TYPE "ReminderKind" ADD VALUE 'FELL_BEHIND';

-- AlterEnum
ALTER TYPE "ContributionState" ADD VALUE 'REJECTED';

-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN     "closedById" UUID,
ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "confirmedById" UUID,
ADD COLUMN     "declaredById" UUID,
ADD COLUMN     "evidence" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "toId" UUID,
ADD COLUMN     "valueSlug" TEXT;

-- AlterTable
ALTER TABLE "Contribution" ADD COLUMN     "rejectedAt" TIMESTAMPTZ(3),
ADD COLUMN     "rejectedById" UUID,
ADD COLUMN     "rejection" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "ContributionReversal" (
    "contributionId" UUID NOT NULL,
    "actorId" UUID,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ContributionReversal_pkey" PRIMARY KEY ("contributionId")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE NOT NULL,
    "statedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HelpAsking" (
    "id" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,

    CONSTRAINT "HelpAsking_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Absence_membershipId_fromOn_idx" ON "Absence"("membershipId", "fromOn");

-- CreateIndex
CREATE UNIQUE INDEX "help_asking_one_open" ON "HelpAsking"("membershipId") WHERE ("closedAt" IS NULL);

-- CreateIndex
CREATE INDEX "Commitment_toId_state_idx" ON "Commitment"("toId", "state");

-- CreateIndex
CREATE INDEX "Commitment_confirmedById_confirmedAt_idx" ON "Commitment"("confirmedById", "confirmedAt");

-- CreateIndex
CREATE INDEX "Contribution_confirmedById_confirmedAt_idx" ON "Contribution"("confirmedById", "confirmedAt");

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_rejectedById_fkey" FOREIGN KEY ("rejectedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionReversal" ADD CONSTRAINT "ContributionReversal_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionReversal" ADD CONSTRAINT "ContributionReversal_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_declaredById_fkey" FOREIGN KEY ("declaredById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HelpAsking" ADD CONSTRAINT "HelpAsking_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HelpAsking" ADD CONSTRAINT "HelpAsking_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- PJ5, PJ6 · rejected means not confirmed, by somebody else; a reversal says why and cites what was confirmed.
ALTER TABLE "Contribution" ADD CONSTRAINT "contribution_rejected" CHECK (
  ("state"::text = 'REJECTED') = ("rejectedAt" IS NOT NULL) AND ("rejectedAt" IS NULL OR btrim("rejection") <> ''));
ALTER TABLE "Contribution" ADD CONSTRAINT "contribution_not_self_rejected" CHECK ("rejectedById" <> "memberId");
ALTER TABLE "ContributionReversal" ADD CONSTRAINT "contribution_reversal_reason" CHECK (btrim("reason") <> '');

CREATE FUNCTION guard_reversal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM "Contribution" c WHERE c."id" = NEW."contributionId" AND c."state" = 'CONFIRMED') THEN
      RAISE EXCEPTION 'PJ6: only a confirmed contribution is reversed' USING ERRCODE = 'check_violation', CONSTRAINT = 'contribution_reversal_confirmed';
    END IF;
  ELSIF pg_trigger_depth() = 1 THEN
    RAISE EXCEPTION 'A6: a reversal never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER reversal_append_only BEFORE INSERT OR UPDATE OR DELETE ON "ContributionReversal" FOR EACH ROW EXECUTE FUNCTION guard_reversal();

-- K3 · between the same two people, in either direction, three confirmations a calendar month in Italy.
CREATE FUNCTION lock_pair(a uuid, b uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('pair ' || LEAST(a, b)::text || ' ' || GREATEST(a, b)::text, 0));
$$;
CREATE FUNCTION pair_confirmations(a uuid, b uuid, during timestamptz) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT count(*)::int FROM (
    SELECT c."confirmedAt" AS "at" FROM "Contribution" c
     WHERE (c."memberId" = a AND c."confirmedById" = b) OR (c."memberId" = b AND c."confirmedById" = a)
    UNION ALL
    SELECT k."confirmedAt" FROM "Commitment" k
     WHERE (COALESCE(k."memberId", k."declaredById") = a AND k."confirmedById" = b)
        OR (COALESCE(k."memberId", k."declaredById") = b AND k."confirmedById" = a)) x
   WHERE date_trunc('month', x."at" AT TIME ZONE 'Europe/Rome') = date_trunc('month', during AT TIME ZONE 'Europe/Rome');
$$;
CREATE FUNCTION guard_pair_confirmations() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE subject uuid;
BEGIN
  IF NEW."confirmedById" IS NULL OR NEW."confirmedAt" IS NULL OR OLD."confirmedAt" IS NOT NULL THEN RETURN NEW; END IF;
  subject := CASE TG_TABLE_NAME WHEN 'Commitment' THEN COALESCE(NEW."memberId", (to_jsonb(NEW) ->> 'declaredById')::uuid) ELSE NEW."memberId" END;
  IF subject IS NULL THEN RETURN NEW; END IF;
  PERFORM lock_pair(subject, NEW."confirmedById");
  IF pair_confirmations(subject, NEW."confirmedById", NEW."confirmedAt") >= 3 THEN
    RAISE EXCEPTION 'K3: three confirmations a month between the same two people' USING ERRCODE = 'check_violation', CONSTRAINT = 'pair_confirmations';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contribution_pair BEFORE UPDATE OF "confirmedAt" ON "Contribution" FOR EACH ROW EXECUTE FUNCTION guard_pair_confirmations();
CREATE TRIGGER commitment_pair BEFORE UPDATE OF "confirmedAt" ON "Commitment" FOR EACH ROW EXECUTE FUNCTION guard_pair_confirmations();

-- K1 · a commitment is confirmed by somebody else; closed, it never changes but for one note beside it (T3).
ALTER TABLE "Commitment" ADD CONSTRAINT "commitment_not_self_confirmed" CHECK (
  "confirmedById" <> COALESCE("memberId", "declaredById") AND ("confirmedById" IS NULL OR "confirmedAt" IS NOT NULL));
ALTER TABLE "Commitment" ADD CONSTRAINT "commitment_to_another" CHECK ("toId" <> "memberId");
CREATE FUNCTION refuse_closed_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" <> 'OPEN' AND pg_trigger_depth() = 1 THEN
    IF TG_OP = 'UPDATE' AND OLD."note" = '' AND to_jsonb(NEW) - 'note' = to_jsonb(OLD) - 'note' THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'K1: a closed commitment never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER commitment_closed_immutable BEFORE UPDATE OR DELETE ON "Commitment" FOR EACH ROW EXECUTE FUNCTION refuse_closed_change();

ALTER TABLE "Absence" ADD CONSTRAINT "absence_days" CHECK ("fromOn" <= "untilOn" AND "untilOn" < "fromOn" + interval '12 months');

-- Three more rules that span rows: PJ6, K3, PT1 (who only listens is never behind). The rest is as before.
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
$$;
