-- AlterEnum
ALTER TYPE "MeasureKind" ADD VALUE 'HIDE';
ALTER TYPE "MeasureKind" ADD VALUE 'PAUSE';

-- AlterEnum
ALTER TYPE "ReportAbout" ADD VALUE 'CONTRIBUTION';

-- AlterEnum
ALTER TYPE "ReportState" ADD VALUE 'LAPSED';

-- AlterTable
ALTER TABLE "Contribution" ADD COLUMN     "isWithheld" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Measure" ADD COLUMN     "isLapsed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "roleGrantId" UUID,
ADD COLUMN     "until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "isWithheld" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "appealedAt" TIMESTAMPTZ(3),
ADD COLUMN     "contributionId" UUID;

-- AlterTable
ALTER TABLE "RoleGrant" ADD COLUMN     "pausedUntil" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Measure_roleGrantId_idx" ON "Measure"("roleGrantId");

-- CreateIndex
CREATE INDEX "Report_projectId_idx" ON "Report"("projectId");

-- CreateIndex
CREATE INDEX "Report_contributionId_idx" ON "Report"("contributionId");

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_roleGrantId_fkey" FOREIGN KEY ("roleGrantId") REFERENCES "RoleGrant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say. The new words are compared as text: in this transaction they are not yet words of their types.

UPDATE "Report" r SET "appealedAt" = COALESCE((
  SELECT max(v."at") FROM "Activity" v WHERE v."kind" = 'moderation.measureAppealed' AND v."subjectId" = r."id"), r."openedAt")
 WHERE r."appeal" <> '';

-- MO1, MO4 · what is reported, and that an appeal has a day.
ALTER TABLE "Report" DROP CONSTRAINT "report_subject";
ALTER TABLE "Report" ADD CONSTRAINT "report_subject" CHECK (
  ("about"::text = 'PROJECT') = ("projectId" IS NOT NULL) AND ("about"::text = 'CONTRIBUTION') = ("contributionId" IS NOT NULL)
  AND btrim("text") <> '' AND (btrim("appeal") <> '') = ("state"::text IN ('APPEALED', 'CLOSED'))
  AND ("appealedAt" IS NOT NULL) = (btrim("appeal") <> ''));

-- MO4 · a measure has a reason, or nobody took it; a pause says until when.
ALTER TABLE "Measure" DROP CONSTRAINT "measure_reasoned";
ALTER TABLE "Measure" ADD CONSTRAINT "measure_reasoned" CHECK (
  CASE WHEN "isLapsed" THEN "kind"::text = 'NONE' AND "reason" = '' AND "deciderId" IS NULL ELSE btrim("reason") <> '' END);
ALTER TABLE "Measure" ADD CONSTRAINT "measure_pause" CHECK (
  ("kind"::text = 'PAUSE') = ("until" IS NOT NULL) AND ("roleGrantId" IS NULL OR "kind"::text = 'PAUSE'));

-- MO3, MO4, R3 · no party decides; what is hidden was written; a pause is of the author's role there, and leaves somebody who looks after it.
CREATE OR REPLACE FUNCTION guard_measure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Report" r WHERE r."id" = NEW."reportId" AND NEW."deciderId" IN (r."reporterId", r."authorId"))
     OR EXISTS (SELECT 1 FROM "Measure" m WHERE m."reportId" = NEW."reportId" AND NEW."isAppeal" AND m."deciderId" = NEW."deciderId") THEN
    RAISE EXCEPTION 'MO3: decided by a party' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."kind" = 'HIDE' AND EXISTS (
    SELECT 1 FROM "Report" r WHERE r."id" = NEW."reportId" AND num_nonnulls(r."projectId", r."contributionId") = 0) THEN
    RAISE EXCEPTION 'MO4: nothing there to hide' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."kind" = 'PAUSE' AND NOT EXISTS (
    SELECT 1 FROM "Report" r JOIN "Membership" m ON m."memberId" = r."authorId" AND m."associationId" = r."associationId"
      JOIN "RoleGrant" g ON g."membershipId" = m."id" WHERE r."id" = NEW."reportId" AND g."id" = NEW."roleGrantId") THEN
    RAISE EXCEPTION 'MO4: not a role of theirs' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."kind" = 'PAUSE' AND NOT NEW."isAppeal" AND EXISTS (
       SELECT 1 FROM "RoleGrant" g WHERE g."id" = NEW."roleGrantId" AND g."role" = 'STEWARD' AND g."state" = 'HELD')
     AND NOT EXISTS (
       SELECT 1 FROM "RoleGrant" g JOIN "Membership" m ON m."id" = g."membershipId" JOIN "Report" r ON r."associationId" = m."associationId"
        WHERE r."id" = NEW."reportId" AND g."id" <> NEW."roleGrantId" AND g."role" = 'STEWARD' AND g."state" = 'HELD'
          AND m."state" = 'ACTIVE' AND (g."pausedUntil" IS NULL OR g."pausedUntil" <= NEW."at")) THEN
    RAISE EXCEPTION 'R3: nobody else looks after this association' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- PJ6 · a confirmed contribution is immutable; that it is hidden says nothing of what was done.
CREATE OR REPLACE FUNCTION refuse_confirmed_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'CONFIRMED' AND pg_trigger_depth() = 1
     AND (TG_OP = 'DELETE' OR to_jsonb(NEW) - 'isWithheld' <> to_jsonb(OLD) - 'isWithheld') THEN
    RAISE EXCEPTION 'PJ6: a confirmed contribution is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

-- Whether the last word on a report is this measure: the one on appeal takes the place of the first.
CREATE FUNCTION is_measure_in_force(report uuid, kind text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT COALESCE((SELECT m."kind"::text FROM "Measure" m WHERE m."reportId" = report ORDER BY m."isAppeal" DESC LIMIT 1) = kind, false)
$$;
CREATE OR REPLACE FUNCTION invariants_of_moderation() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
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
  UNION ALL
  SELECT 'MO3', r."id", 'decided by a party' FROM "Report" r JOIN "Measure" k ON k."reportId" = r."id"
   WHERE k."deciderId" IN (r."reporterId", r."authorId")
  UNION ALL
  SELECT 'MO4', r."id", 'a state that its measures do not tell' FROM "Report" r
   WHERE (SELECT count(*) FROM "Measure" k WHERE k."reportId" = r."id")
         <> CASE r."state" WHEN 'OPEN' THEN 0 WHEN 'CLOSED' THEN 2 ELSE 1 END
  UNION ALL
  SELECT 'MO4', p."id", 'a project hidden or not, against its measures' FROM "Project" p
   WHERE p."isWithheld" <> EXISTS (SELECT 1 FROM "Report" r WHERE r."projectId" = p."id" AND is_measure_in_force(r."id", 'HIDE'))
  UNION ALL
  SELECT 'MO4', c."id", 'a contribution hidden or not, against its measures' FROM "Contribution" c
   WHERE c."isWithheld" <> EXISTS (SELECT 1 FROM "Report" r WHERE r."contributionId" = c."id" AND is_measure_in_force(r."id", 'HIDE'))
  UNION ALL
  SELECT 'MO4', g."id", 'a role in pause or not, against its measures' FROM "RoleGrant" g
   WHERE g."pausedUntil" IS DISTINCT FROM (
     SELECT max(m."until") FROM "Measure" m
      WHERE m."roleGrantId" = g."id" AND is_measure_in_force(m."reportId", 'PAUSE'))
$$;
