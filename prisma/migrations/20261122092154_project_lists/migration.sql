-- DropIndex
DROP INDEX "Need_competenceId_idx";

-- AlterTable
ALTER TABLE "Need" ADD COLUMN     "taken" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "deliverable_to_come" ON "Deliverable"("dueOn") WHERE ("doneOn" IS NULL);

-- CreateIndex
CREATE INDEX "Need_competenceId_isCritical_dueOn_idx" ON "Need"("competenceId", "isCritical" DESC, "dueOn");

-- CreateIndex
CREATE INDEX "Need_dueOn_idx" ON "Need"("dueOn");

-- CreateIndex
CREATE INDEX "Project_createdAt_id_idx" ON "Project"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Project_placeSlug_idx" ON "Project"("placeSlug");

-- CreateIndex
CREATE INDEX "project_open_to_all" ON "Project"("state", "kind") WHERE (NOT "isMembersOnly" AND NOT "isWithheld");

-- What a search of projects reads, as written without accents and capitals.
CREATE INDEX "Project_text" ON "Project" USING GIN (fold("title" || ' ' || "purpose" || ' ' || "forWhom") gin_trgm_ops);

-- PJ4 · how many seats of a need are taken stands with it: every list asks for it, of every need it shows.
UPDATE "Need" n SET "taken" = o."n" FROM (
  SELECT "needId", count(*)::int AS "n" FROM "NeedOffer" WHERE "state" = 'ACCEPTED' GROUP BY 1) o WHERE o."needId" = n."id";

CREATE FUNCTION count_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('UPDATE', 'DELETE') AND OLD."state" = 'ACCEPTED' THEN
    UPDATE "Need" SET "taken" = "taken" - 1 WHERE "id" = OLD."needId";
  END IF;
  IF TG_OP IN ('INSERT', 'UPDATE') AND NEW."state" = 'ACCEPTED' THEN
    UPDATE "Need" SET "taken" = "taken" + 1 WHERE "id" = NEW."needId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_seats_written AFTER INSERT OR DELETE ON "NeedOffer" FOR EACH ROW EXECUTE FUNCTION count_seats();
CREATE TRIGGER count_seats_moved AFTER UPDATE OF "state", "needId" ON "NeedOffer" FOR EACH ROW
  WHEN (OLD."state" IS DISTINCT FROM NEW."state" OR OLD."needId" <> NEW."needId") EXECUTE FUNCTION count_seats();

CREATE OR REPLACE FUNCTION invariants_of_projects() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'PJ4', n."id", 'seats taken other than its offers say' FROM "Need" n
   WHERE n."taken" <> (SELECT count(*) FROM "NeedOffer" o WHERE o."needId" = n."id" AND o."state" = 'ACCEPTED')
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
  UNION ALL
  SELECT 'A4', p."id", 'carried twice by one association' FROM "Project" p JOIN "CoHosting" h ON h."projectId" = p."id"
   WHERE h."state" IN ('ASKED', 'CARRYING') AND h."associationId" IS NOT DISTINCT FROM p."associationId"
  UNION ALL
  SELECT 'PT2', h."id", 'asked of a project that has ended' FROM "CoHosting" h JOIN "Project" p ON p."id" = h."projectId"
   WHERE h."state" = 'ASKED' AND p."state" IN ('IDEA', 'COMPLETED', 'ABANDONED')
  UNION ALL
  SELECT 'PJ7', l."id", 'a lead held out to nobody' FROM "LeadOffer" l JOIN "Project" p ON p."id" = l."projectId"
   WHERE l."state" = 'OFFERED' AND (p."state" IN ('COMPLETED', 'ABANDONED') OR p."associationId" IS DISTINCT FROM l."fromId"
      OR NOT EXISTS (SELECT 1 FROM "CoHosting" h WHERE h."projectId" = p."id" AND h."state" = 'CARRYING'))
  UNION ALL
  SELECT 'M8', o."id", 'an offer of somebody for whom the project is not' FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId"
    JOIN "Project" p ON p."id" = n."projectId"
   WHERE p."isMembersOnly" AND p."state" NOT IN ('COMPLETED', 'ABANDONED') AND o."state" IN ('WAITING', 'QUEUED', 'ACCEPTED')
     AND NOT EXISTS (SELECT 1 FROM "ProjectCarrier" c JOIN "Membership" m ON m."associationId" = c."associationId"
                      WHERE c."projectId" = p."id" AND m."memberId" = o."memberId" AND m."state" IN ('ACTIVE', 'PAUSED'))
$$;
