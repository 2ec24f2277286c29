-- CreateEnum
CREATE TYPE "OfferAudience" AS ENUM ('NOBODY', 'MEMBERS', 'ANYBODY');

-- DropIndex
DROP INDEX "Need_competenceId_isCritical_dueOn_idx";

-- DropIndex
DROP INDEX "Need_competenceId_provinceCode_isCritical_dueOn_idx";

-- AlterTable
ALTER TABLE "Need" ADD COLUMN     "takesFrom" "OfferAudience" NOT NULL DEFAULT 'NOBODY';

-- CreateIndex
CREATE INDEX "Need_competenceId_idx" ON "Need"("competenceId");

-- P34, PJ3 · from whom a need takes offers stands with it, as its province does: «where can I help?» reads needs alone, in its own order.
CREATE FUNCTION takes_offers_from(p "Project") RETURNS "OfferAudience" LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p."isWithheld" OR p."state" NOT IN ('PROPOSED', 'FEASIBILITY', 'ACTIVE') THEN 'NOBODY'
              WHEN p."isMembersOnly" THEN 'MEMBERS' ELSE 'ANYBODY' END::"OfferAudience"
$$;

CREATE INDEX need_to_help ON "Need" ("competenceId", "isCritical", COALESCE("dueOn", 'infinity'::date), "id" DESC)
  WHERE "seats" > "taken" AND "takesFrom" <> 'NOBODY';
CREATE INDEX need_to_help_nearby ON "Need" ("competenceId", "provinceCode", "isCritical", COALESCE("dueOn", 'infinity'::date), "id" DESC)
  WHERE "seats" > "taken" AND "takesFrom" <> 'NOBODY';

DROP TRIGGER place_need ON "Need";
DROP TRIGGER place_needs ON "Project";
DROP FUNCTION place_need();
DROP FUNCTION place_needs();

-- What a need repeats of its project; whatever a statement says, this writes what holds.
CREATE FUNCTION repeat_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT l."provinceCode", takes_offers_from(p) INTO NEW."provinceCode", NEW."takesFrom"
    FROM "Project" p LEFT JOIN "Place" l ON l."slug" = p."placeSlug" WHERE p."id" = NEW."projectId";
  RETURN NEW;
END $$;
CREATE TRIGGER repeat_project BEFORE INSERT OR UPDATE OF "projectId", "provinceCode", "takesFrom" ON "Need"
  FOR EACH ROW EXECUTE FUNCTION repeat_project();

CREATE FUNCTION repeat_project_in_needs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Need" SET "provinceCode" = NULL WHERE "projectId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER repeat_project_in_needs AFTER UPDATE OF "placeSlug", "state", "isMembersOnly", "isWithheld" ON "Project" FOR EACH ROW
  WHEN (OLD."placeSlug" IS DISTINCT FROM NEW."placeSlug" OR takes_offers_from(OLD) <> takes_offers_from(NEW))
  EXECUTE FUNCTION repeat_project_in_needs();

-- Both anew, for projects that were there before, or came without their triggers. Two statements see two moments: nobody writes projects in between.
CREATE OR REPLACE FUNCTION recount_projects() RETURNS void LANGUAGE sql AS $$
  LOCK TABLE "Project" IN SHARE ROW EXCLUSIVE MODE;
  UPDATE "Need" n SET "provinceCode" = l."provinceCode", "takesFrom" = takes_offers_from(p)
    FROM "Project" p LEFT JOIN "Place" l ON l."slug" = p."placeSlug"
   WHERE p."id" = n."projectId" AND (n."provinceCode" IS DISTINCT FROM l."provinceCode" OR n."takesFrom" <> takes_offers_from(p));
  DELETE FROM "ProjectTally";
  INSERT INTO "ProjectTally" ("state", "kind", "n")
  SELECT "state", "kind", count(*) FROM "Project" WHERE NOT "isMembersOnly" AND NOT "isWithheld" GROUP BY 1, 2;
$$;
SELECT recount_projects();

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
  UNION ALL
  SELECT 'P34', n."id", 'a province other than that of its project' FROM "Need" n JOIN "Project" p ON p."id" = n."projectId"
    LEFT JOIN "Place" l ON l."slug" = p."placeSlug" WHERE n."provinceCode" IS DISTINCT FROM l."provinceCode"
  UNION ALL
  SELECT 'P34', n."id", 'takes offers from others than its project does' FROM "Need" n JOIN "Project" p ON p."id" = n."projectId"
   WHERE n."takesFrom" <> takes_offers_from(p)
  UNION ALL
  SELECT 'A2', NULL::uuid, 'open projects ' || x."state" || ' ' || x."kind" || ' counted ' || sum(x."n") || ' too many' FROM (
    SELECT t."state", t."kind", t."n"::bigint FROM "ProjectTally" t
    UNION ALL
    SELECT p."state", p."kind", -1 FROM "Project" p WHERE NOT p."isMembersOnly" AND NOT p."isWithheld") x
   GROUP BY x."state", x."kind" HAVING sum(x."n") <> 0
$$;
