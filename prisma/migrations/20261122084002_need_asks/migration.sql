-- AlterEnum
ALTER TYPE "AskState" ADD VALUE 'LAPSED';

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "isAskable" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "NeedAsk" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "askedById" UUID,
    "reason" TEXT NOT NULL,
    "state" "AskState" NOT NULL DEFAULT 'OPEN',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NeedAsk_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "NeedAsk_toId_state_idx" ON "NeedAsk"("toId", "state");

-- CreateIndex
CREATE INDEX "NeedAsk_needId_idx" ON "NeedAsk"("needId");

-- CreateIndex
CREATE INDEX "NeedAsk_askedById_askedAt_idx" ON "NeedAsk"("askedById", "askedAt");

-- CreateIndex
CREATE INDEX "NeedAsk_state_expiresAt_idx" ON "NeedAsk"("state", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "need_ask_one_open" ON "NeedAsk"("projectId", "toId") WHERE (state = 'OPEN');

-- AddForeignKey
ALTER TABLE "NeedAsk" ADD CONSTRAINT "NeedAsk_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedAsk" ADD CONSTRAINT "NeedAsk_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedAsk" ADD CONSTRAINT "NeedAsk_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedAsk" ADD CONSTRAINT "NeedAsk_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;


ALTER TABLE "NeedAsk" ADD CONSTRAINT "need_ask_closed" CHECK (("state" = 'OPEN') = ("closedAt" IS NULL));
ALTER TABLE "NeedAsk" ADD CONSTRAINT "need_ask_not_self" CHECK ("toId" <> "askedById");
ALTER TABLE "NeedAsk" ADD CONSTRAINT "need_ask_reason" CHECK (char_length(btrim("reason")) >= 40);
ALTER TABLE "NeedAsk" ADD CONSTRAINT "need_ask_expires" CHECK ("expiresAt" > "askedAt");

-- PT2, PT3 · somebody is asked about a need of a project people can sit down at, and what was answered stays answered.
CREATE FUNCTION guard_need_ask() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."state" <> 'OPEN' AND NEW."state" IS DISTINCT FROM OLD."state" THEN
      RAISE EXCEPTION 'PT3: answered already' USING ERRCODE = 'check_violation', CONSTRAINT = 'need_ask_arrow';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Need" n JOIN "Project" p ON p."id" = n."projectId"
                  WHERE n."id" = NEW."needId" AND p."id" = NEW."projectId" AND p."state" IN ('PROPOSED', 'FEASIBILITY', 'ACTIVE')) THEN
    RAISE EXCEPTION 'PJ3: not a need to ask about' USING ERRCODE = 'check_violation', CONSTRAINT = 'need_ask_of_need';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER need_ask_guard BEFORE INSERT OR UPDATE ON "NeedAsk" FOR EACH ROW EXECUTE FUNCTION guard_need_ask();

-- Nobody is asked any more about what has ended, nor about a project for members only by whose members they are no longer (M8):
-- whatever room ends it.
CREATE FUNCTION is_stranded(project uuid, member uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "Project" p WHERE p."id" = project AND p."isMembersOnly") AND NOT EXISTS (
    SELECT 1 FROM "ProjectCarrier" c JOIN "Membership" m ON m."associationId" = c."associationId"
     WHERE c."projectId" = project AND m."memberId" = member AND m."state" IN ('ACTIVE', 'PAUSED'))
$$;
CREATE FUNCTION end_need_asks_of_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "NeedAsk" SET "state" = 'WITHDRAWN', "closedAt" = COALESCE(NEW."concludedAt", now()) WHERE "projectId" = NEW."id" AND "state" = 'OPEN';
  RETURN NULL;
END $$;
CREATE TRIGGER end_need_asks AFTER UPDATE OF "state" ON "Project" FOR EACH ROW
  WHEN (NEW."state" IN ('COMPLETED', 'ABANDONED') AND OLD."state" <> NEW."state") EXECUTE FUNCTION end_need_asks_of_project();
CREATE FUNCTION end_need_asks_of_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "NeedAsk" a SET "state" = 'WITHDRAWN', "closedAt" = NEW."stateSince"
   WHERE a."toId" = NEW."memberId" AND a."state" = 'OPEN' AND is_stranded(a."projectId", a."toId");
  RETURN NULL;
END $$;
CREATE TRIGGER end_need_asks AFTER UPDATE OF "state" ON "Membership" FOR EACH ROW
  WHEN (NEW."state" IN ('LEFT', 'EXCLUDED') AND OLD."state" <> NEW."state") EXECUTE FUNCTION end_need_asks_of_member();
CREATE FUNCTION end_need_asks_of_co_host() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "NeedAsk" a SET "state" = 'WITHDRAWN', "closedAt" = NEW."endedAt"
   WHERE a."projectId" = NEW."projectId" AND a."state" = 'OPEN' AND is_stranded(a."projectId", a."toId");
  RETURN NULL;
END $$;
CREATE TRIGGER end_need_asks AFTER UPDATE OF "state" ON "CoHosting" FOR EACH ROW
  WHEN (OLD."state" = 'CARRYING' AND NEW."state" = 'ENDED') EXECUTE FUNCTION end_need_asks_of_co_host();

CREATE FUNCTION invariants_of_needs() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'PT3', a."id", 'asked about a project that has ended' FROM "NeedAsk" a JOIN "Project" p ON p."id" = a."projectId"
   WHERE a."state" = 'OPEN' AND p."state" IN ('IDEA', 'COMPLETED', 'ABANDONED')
  UNION ALL
  SELECT 'M8', a."id", 'asked about a project that is not for them' FROM "NeedAsk" a
   WHERE a."state" = 'OPEN' AND is_stranded(a."projectId", a."toId")
  UNION ALL
  SELECT 'PT2', a."id", 'a need said yes to without an offer' FROM "NeedAsk" a
   WHERE a."state" = 'ACCEPTED' AND NOT EXISTS (SELECT 1 FROM "NeedOffer" o WHERE o."needId" = a."needId" AND o."memberId" = a."toId")
$$;

CREATE OR REPLACE FUNCTION check_invariants() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT * FROM invariants_of_memberships()
  UNION ALL
  SELECT * FROM invariants_of_directory()
  UNION ALL
  SELECT * FROM invariants_of_projects()
  UNION ALL
  SELECT * FROM invariants_of_decisions()
  UNION ALL
  SELECT * FROM invariants_of_moderation()
  UNION ALL
  SELECT * FROM invariants_of_work()
  UNION ALL
  SELECT * FROM invariants_of_needs()
$$;
