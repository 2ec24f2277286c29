-- CreateEnum
CREATE TYPE "BeyondState" AS ENUM ('WAITING', 'ACCEPTED', 'DECLINED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "BeyondOffer" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "brings" "Brings" NOT NULL,
    "competenceId" INTEGER,
    "contact" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER,
    "state" "BeyondState" NOT NULL DEFAULT 'WAITING',
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "needId" UUID,

    CONSTRAINT "BeyondOffer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "BeyondOffer_needId_key" ON "BeyondOffer"("needId");

-- CreateIndex
CREATE INDEX "BeyondOffer_projectId_state_idx" ON "BeyondOffer"("projectId", "state");

-- CreateIndex
CREATE INDEX "BeyondOffer_memberId_state_idx" ON "BeyondOffer"("memberId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "beyond_offer_one_open" ON "BeyondOffer"("projectId", "memberId") WHERE (state = 'WAITING');

-- AddForeignKey
ALTER TABLE "BeyondOffer" ADD CONSTRAINT "BeyondOffer_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BeyondOffer" ADD CONSTRAINT "BeyondOffer_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BeyondOffer" ADD CONSTRAINT "BeyondOffer_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BeyondOffer" ADD CONSTRAINT "BeyondOffer_competenceId_fkey" FOREIGN KEY ("competenceId") REFERENCES "Competence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BeyondOffer" ADD CONSTRAINT "BeyondOffer_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- PJ3 · one comes in with a competence or a contact, named; to a project people can sit down at.
ALTER TABLE "BeyondOffer" ADD CONSTRAINT "beyond_offer_names_something" CHECK (
  CASE "brings" WHEN 'COMPETENCE' THEN "competenceId" IS NOT NULL ELSE btrim("contact") <> '' END);
ALTER TABLE "BeyondOffer" ADD CONSTRAINT "beyond_offer_title" CHECK (btrim("title") <> '');
ALTER TABLE "BeyondOffer" ADD CONSTRAINT "beyond_offer_closed" CHECK (("state" = 'WAITING') = ("closedAt" IS NULL));
ALTER TABLE "BeyondOffer" ADD CONSTRAINT "beyond_offer_need" CHECK ("needId" IS NULL OR "state" = 'ACCEPTED');

CREATE FUNCTION guard_beyond_offer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."state" <> 'WAITING' AND NEW."state" IS DISTINCT FROM OLD."state" THEN
      RAISE EXCEPTION 'PT2: answered already' USING ERRCODE = 'check_violation', CONSTRAINT = 'beyond_offer_arrow';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Project" p WHERE p."id" = NEW."projectId" AND p."state" IN ('PROPOSED', 'FEASIBILITY', 'ACTIVE')
                    AND p."ownerId" IS DISTINCT FROM NEW."memberId") THEN
    RAISE EXCEPTION 'PJ3: nothing to offer to' USING ERRCODE = 'check_violation', CONSTRAINT = 'beyond_offer_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER beyond_offer_guard BEFORE INSERT OR UPDATE ON "BeyondOffer" FOR EACH ROW EXECUTE FUNCTION guard_beyond_offer();

-- What waits for an answer about a project closes with what is asked about it: at its end, and where it is not theirs any more (M8).
CREATE OR REPLACE FUNCTION end_need_asks_of_project() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE at timestamptz := COALESCE(NEW."concludedAt", now());
BEGIN
  UPDATE "NeedAsk" SET "state" = 'WITHDRAWN', "closedAt" = at WHERE "projectId" = NEW."id" AND "state" = 'OPEN';
  UPDATE "BeyondOffer" SET "state" = 'WITHDRAWN', "closedAt" = at WHERE "projectId" = NEW."id" AND "state" = 'WAITING';
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION end_need_asks_of_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "NeedAsk" a SET "state" = 'WITHDRAWN', "closedAt" = NEW."stateSince"
   WHERE a."toId" = NEW."memberId" AND a."state" = 'OPEN' AND is_stranded(a."projectId", a."toId");
  UPDATE "BeyondOffer" b SET "state" = 'WITHDRAWN', "closedAt" = NEW."stateSince"
   WHERE b."memberId" = NEW."memberId" AND b."state" = 'WAITING' AND is_stranded(b."projectId", b."memberId");
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION end_need_asks_of_co_host() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "NeedAsk" a SET "state" = 'WITHDRAWN', "closedAt" = NEW."endedAt"
   WHERE a."projectId" = NEW."projectId" AND a."state" = 'OPEN' AND is_stranded(a."projectId", a."toId");
  UPDATE "BeyondOffer" b SET "state" = 'WITHDRAWN', "closedAt" = NEW."endedAt"
   WHERE b."projectId" = NEW."projectId" AND b."state" = 'WAITING' AND is_stranded(b."projectId", b."memberId");
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION invariants_of_needs() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'PT3', a."id", 'asked about a project that has ended' FROM "NeedAsk" a JOIN "Project" p ON p."id" = a."projectId"
   WHERE a."state" = 'OPEN' AND p."state" IN ('IDEA', 'COMPLETED', 'ABANDONED')
  UNION ALL
  SELECT 'M8', a."id", 'asked about a project that is not for them' FROM "NeedAsk" a
   WHERE a."state" = 'OPEN' AND is_stranded(a."projectId", a."toId")
  UNION ALL
  SELECT 'PT2', a."id", 'a need said yes to without an offer' FROM "NeedAsk" a
   WHERE a."state" = 'ACCEPTED' AND NOT EXISTS (SELECT 1 FROM "NeedOffer" o WHERE o."needId" = a."needId" AND o."memberId" = a."toId")
  UNION ALL
  SELECT 'PJ2', p."id", 'runs without the approval it needs' FROM "Project" p
   WHERE p."needsApproval" AND p."state" IN ('ACTIVE', 'SUSPENDED', 'COMPLETED')
     AND NOT EXISTS (SELECT 1 FROM "ProjectApproval" a WHERE a."projectId" = p."id" AND a."state" = 'APPROVED')
  UNION ALL
  SELECT 'PJ2', a."id", 'asks to approve what has ended' FROM "ProjectApproval" a JOIN "Project" p ON p."id" = a."projectId"
   WHERE a."state" = 'ASKED' AND p."state" NOT IN ('PROPOSED', 'FEASIBILITY')
  UNION ALL
  SELECT 'PJ3', b."id", 'offered to what has ended, or is not for them' FROM "BeyondOffer" b JOIN "Project" p ON p."id" = b."projectId"
   WHERE b."state" = 'WAITING' AND (p."state" IN ('IDEA', 'COMPLETED', 'ABANDONED') OR is_stranded(b."projectId", b."memberId"))
  UNION ALL
  SELECT 'PJ3', b."id", 'said yes to without a seat' FROM "BeyondOffer" b
   WHERE b."state" = 'ACCEPTED' AND NOT EXISTS (SELECT 1 FROM "NeedOffer" o WHERE o."needId" = b."needId" AND o."memberId" = b."memberId")
$$;
