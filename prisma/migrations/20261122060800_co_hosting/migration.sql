-- CreateEnum
CREATE TYPE "CoHostingState" AS ENUM ('ASKED', 'CARRYING', 'NOT_NOW', 'WITHDRAWN', 'ENDED');

-- CreateEnum
CREATE TYPE "CoHostEnding" AS ENUM ('LEFT', 'LET_GO', 'LEADS');

-- CreateEnum
CREATE TYPE "LeadOfferState" AS ENUM ('OFFERED', 'TAKEN', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "CoHosting" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "associationId" UUID NOT NULL,
    "state" "CoHostingState" NOT NULL DEFAULT 'ASKED',
    "reason" TEXT NOT NULL DEFAULT '',
    "brings" TEXT NOT NULL DEFAULT '',
    "askedById" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "ending" "CoHostEnding",
    "farewell" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CoHosting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LeadOffer" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "isLeaving" BOOLEAN NOT NULL,
    "state" "LeadOfferState" NOT NULL DEFAULT 'OFFERED',
    "offeredById" UUID,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "takenById" UUID,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LeadOffer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CoHosting_projectId_state_idx" ON "CoHosting"("projectId", "state");

-- CreateIndex
CREATE INDEX "CoHosting_associationId_state_idx" ON "CoHosting"("associationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "co_hosting_one_open" ON "CoHosting"("projectId", "associationId") WHERE (state = 'ASKED' OR state = 'CARRYING');

-- CreateIndex
CREATE UNIQUE INDEX "lead_offer_one_open" ON "LeadOffer"("projectId") WHERE (state = 'OFFERED');

-- AddForeignKey
ALTER TABLE "CoHosting" ADD CONSTRAINT "CoHosting_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoHosting" ADD CONSTRAINT "CoHosting_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoHosting" ADD CONSTRAINT "CoHosting_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoHosting" ADD CONSTRAINT "CoHosting_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoHosting" ADD CONSTRAINT "CoHosting_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadOffer" ADD CONSTRAINT "LeadOffer_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadOffer" ADD CONSTRAINT "LeadOffer_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadOffer" ADD CONSTRAINT "LeadOffer_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "Association"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadOffer" ADD CONSTRAINT "LeadOffer_offeredById_fkey" FOREIGN KEY ("offeredById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Each state says when it came about; «perché proprio voi» is said before anybody is asked, and a farewell when one is let go.
ALTER TABLE "CoHosting" ADD CONSTRAINT "co_hosting_reason" CHECK ("ending" IS NOT NULL OR "state" = 'CARRYING' OR btrim("reason") <> '');
ALTER TABLE "CoHosting" ADD CONSTRAINT "co_hosting_answered" CHECK (("answeredAt" IS NOT NULL) = ("state" IN ('CARRYING', 'NOT_NOW', 'ENDED')));
ALTER TABLE "CoHosting" ADD CONSTRAINT "co_hosting_ended" CHECK (("endedAt" IS NOT NULL) = ("state" IN ('WITHDRAWN', 'ENDED')) AND ("ending" IS NOT NULL) = ("state" = 'ENDED'));
ALTER TABLE "CoHosting" ADD CONSTRAINT "co_hosting_farewell" CHECK (("ending" IS NOT DISTINCT FROM 'LET_GO') = (btrim("farewell") <> ''));
ALTER TABLE "LeadOffer" ADD CONSTRAINT "lead_offer_closed" CHECK (("state" = 'OFFERED') = ("closedAt" IS NULL));

-- Who carries a project: the association that leads it, and those that co-host. What asks «whose is it» asks here.
CREATE VIEW "ProjectCarrier" AS
  SELECT p."id" AS "projectId", p."associationId", true AS "isLead", p."createdAt" AS "since" FROM "Project" p WHERE p."associationId" IS NOT NULL
  UNION ALL
  SELECT h."projectId", h."associationId", false, h."answeredAt" FROM "CoHosting" h WHERE h."state" = 'CARRYING';

-- Nobody carries a project twice, a personal project has no co-hosts, and what has ended stays ended.
CREATE FUNCTION guard_co_hosting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."state" <> NEW."state" AND NOT (
       OLD."state" = 'ASKED' AND NEW."state" IN ('CARRYING', 'NOT_NOW', 'WITHDRAWN') OR OLD."state" = 'CARRYING' AND NEW."state" = 'ENDED') THEN
    RAISE EXCEPTION 'PJ2: no such arrow' USING ERRCODE = 'check_violation', CONSTRAINT = 'co_hosting_arrow';
  END IF;
  IF NEW."state" IN ('ASKED', 'CARRYING') AND NOT EXISTS (
       SELECT 1 FROM "Project" p WHERE p."id" = NEW."projectId" AND p."associationId" <> NEW."associationId") THEN
    RAISE EXCEPTION 'A4: the lead does not co-host' USING ERRCODE = 'check_violation', CONSTRAINT = 'co_hosting_not_lead';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER co_hosting_guard BEFORE INSERT OR UPDATE OF "state", "associationId" ON "CoHosting" FOR EACH ROW EXECUTE FUNCTION guard_co_hosting();

CREATE FUNCTION guard_project_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."associationId" IS DISTINCT FROM OLD."associationId" AND EXISTS (
       SELECT 1 FROM "CoHosting" h WHERE h."projectId" = NEW."id" AND h."state" IN ('ASKED', 'CARRYING')
          AND (NEW."associationId" IS NULL OR h."associationId" = NEW."associationId")) THEN
    RAISE EXCEPTION 'A4: the lead does not co-host' USING ERRCODE = 'check_violation', CONSTRAINT = 'co_hosting_not_lead';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_lead BEFORE UPDATE OF "associationId" ON "Project" FOR EACH ROW EXECUTE FUNCTION guard_project_lead();

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

-- M8: as before, but for projects that another association of theirs carries: there they stay, with what they took on.
CREATE OR REPLACE FUNCTION end_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM release_tasks(ARRAY(
    SELECT k."projectId" FROM "ProjectCarrier" k
     WHERE k."associationId" = NEW."associationId" AND NOT EXISTS (
       SELECT 1 FROM "ProjectCarrier" c JOIN "Membership" m ON m."associationId" = c."associationId"
        WHERE c."projectId" = k."projectId" AND c."associationId" <> NEW."associationId"
          AND m."memberId" = NEW."memberId" AND m."state" IN ('ACTIVE', 'PAUSED'))), NEW."memberId", NEW."stateSince");
  RETURN NULL;
END $$;
