-- DropIndex
DROP INDEX "project_open_to_all";

-- AlterTable
ALTER TABLE "Need" ADD COLUMN     "provinceCode" TEXT;

-- CreateTable
CREATE TABLE "ProjectTally" (
    "id" BIGSERIAL NOT NULL,
    "state" "ProjectState" NOT NULL,
    "kind" "ProjectKind" NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "ProjectTally_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Need_competenceId_provinceCode_isCritical_dueOn_idx" ON "Need"("competenceId", "provinceCode", "isCritical" DESC, "dueOn");

-- P34 · the province of a need stands with it: «where can I help?» asks for what is near, of each competence the first.
CREATE FUNCTION place_need() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."provinceCode" := (SELECT l."provinceCode" FROM "Project" p JOIN "Place" l ON l."slug" = p."placeSlug" WHERE p."id" = NEW."projectId");
  RETURN NEW;
END $$;
CREATE TRIGGER place_need BEFORE INSERT OR UPDATE OF "projectId", "provinceCode" ON "Need" FOR EACH ROW EXECUTE FUNCTION place_need();

-- Whatever is said here, place_need writes what holds.
CREATE FUNCTION place_needs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Need" SET "provinceCode" = NULL WHERE "projectId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER place_needs AFTER UPDATE OF "placeSlug" ON "Project" FOR EACH ROW
  WHEN (OLD."placeSlug" IS DISTINCT FROM NEW."placeSlug") EXECUTE FUNCTION place_needs();

CREATE FUNCTION place_needs_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Need" n SET "provinceCode" = NULL FROM "Project" p WHERE p."placeSlug" = NEW."slug" AND n."projectId" = p."id";
  RETURN NULL;
END $$;
CREATE TRIGGER place_needs_anew AFTER UPDATE OF "provinceCode" ON "Place" FOR EACH ROW
  WHEN (OLD."provinceCode" <> NEW."provinceCode") EXECUTE FUNCTION place_needs_anew();

-- What anybody may see is counted as it changes, never row by row when a list is read. Changes are only ever added, so that nobody
-- waits for anybody.
CREATE FUNCTION tally_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND NOT OLD."isMembersOnly" AND NOT OLD."isWithheld" THEN
    INSERT INTO "ProjectTally" ("state", "kind", "n") VALUES (OLD."state", OLD."kind", -1);
  END IF;
  IF TG_OP <> 'DELETE' AND NOT NEW."isMembersOnly" AND NOT NEW."isWithheld" THEN
    INSERT INTO "ProjectTally" ("state", "kind", "n") VALUES (NEW."state", NEW."kind", 1);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tally_project_written AFTER INSERT OR DELETE ON "Project" FOR EACH ROW EXECUTE FUNCTION tally_project();
CREATE TRIGGER tally_project_moved AFTER UPDATE OF "state", "kind", "isMembersOnly", "isWithheld" ON "Project" FOR EACH ROW
  WHEN ((OLD."state", OLD."kind", OLD."isMembersOnly", OLD."isWithheld") IS DISTINCT FROM (NEW."state", NEW."kind", NEW."isMembersOnly", NEW."isWithheld"))
  EXECUTE FUNCTION tally_project();

CREATE FUNCTION forget_project_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "ProjectTally";
  RETURN NULL;
END $$;
CREATE TRIGGER forget_project_tallies AFTER TRUNCATE ON "Project" FOR EACH STATEMENT EXECUTE FUNCTION forget_project_tallies();

-- Both anew, for projects that were there before, or came without their triggers.
CREATE FUNCTION recount_projects() RETURNS void LANGUAGE sql AS $$
  UPDATE "Need" n SET "provinceCode" = l."provinceCode" FROM "Project" p LEFT JOIN "Place" l ON l."slug" = p."placeSlug"
   WHERE p."id" = n."projectId" AND n."provinceCode" IS DISTINCT FROM l."provinceCode";
  DELETE FROM "ProjectTally";
  INSERT INTO "ProjectTally" ("state", "kind", "n")
  SELECT "state", "kind", count(*) FROM "Project" WHERE NOT "isMembersOnly" AND NOT "isWithheld" GROUP BY 1, 2;
$$;
SELECT recount_projects();

-- Sums up what has gathered; returns how many changes there were.
CREATE FUNCTION fold_project_tallies() RETURNS bigint LANGUAGE sql AS $$
  WITH taken AS (DELETE FROM "ProjectTally" RETURNING "state", "kind", "n"),
  kept AS (
    INSERT INTO "ProjectTally" ("state", "kind", "n")
    SELECT "state", "kind", sum("n") FROM taken GROUP BY 1, 2 HAVING sum("n") <> 0 RETURNING 1)
  SELECT (SELECT count(*) FROM taken) - (SELECT count(*) FROM kept)
$$;

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
  SELECT 'A2', NULL::uuid, 'open projects ' || x."state" || ' ' || x."kind" || ' counted ' || sum(x."n") || ' too many' FROM (
    SELECT t."state", t."kind", t."n"::bigint FROM "ProjectTally" t
    UNION ALL
    SELECT p."state", p."kind", -1 FROM "Project" p WHERE NOT p."isMembersOnly" AND NOT p."isWithheld") x
   GROUP BY x."state", x."kind" HAVING sum(x."n") <> 0
$$;
