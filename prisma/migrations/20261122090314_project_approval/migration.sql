-- CreateEnum
CREATE TYPE "ApprovalState" AS ENUM ('ASKED', 'APPROVED', 'DECLINED', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "Association" ADD COLUMN     "approvesProjects" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "needsApproval" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ProjectApproval" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "state" "ApprovalState" NOT NULL DEFAULT 'ASKED',
    "askedById" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "associationId" UUID,
    "closedAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ProjectApproval_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ProjectApproval_projectId_askedAt_idx" ON "ProjectApproval"("projectId", "askedAt");

-- CreateIndex
CREATE UNIQUE INDEX "project_approval_one_standing" ON "ProjectApproval"("projectId") WHERE (state = 'ASKED' OR state = 'APPROVED');

-- AddForeignKey
ALTER TABLE "ProjectApproval" ADD CONSTRAINT "ProjectApproval_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectApproval" ADD CONSTRAINT "ProjectApproval_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectApproval" ADD CONSTRAINT "ProjectApproval_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectApproval" ADD CONSTRAINT "ProjectApproval_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- PJ2 · a no has a reason, and whoever answered is noted with when.
ALTER TABLE "ProjectApproval" ADD CONSTRAINT "project_approval_closed" CHECK (("state" = 'ASKED') = ("closedAt" IS NULL));
ALTER TABLE "ProjectApproval" ADD CONSTRAINT "project_approval_reason" CHECK (("state" = 'DECLINED') = (btrim("reason") <> ''));

CREATE FUNCTION guard_project_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."state" <> 'ASKED' AND (NEW."state" IS DISTINCT FROM OLD."state" OR NEW."reason" IS DISTINCT FROM OLD."reason") THEN
    RAISE EXCEPTION 'A6: what was said stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'project_approval_arrow';
  END IF;
  IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT 1 FROM "Project" p WHERE p."id" = NEW."projectId" AND p."needsApproval"
                                         AND p."state" IN ('PROPOSED', 'FEASIBILITY')) THEN
    RAISE EXCEPTION 'PJ2: nothing to approve' USING ERRCODE = 'check_violation', CONSTRAINT = 'project_approval_needed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_approval_guard BEFORE INSERT OR UPDATE ON "ProjectApproval" FOR EACH ROW EXECUTE FUNCTION guard_project_approval();

-- PJ2, R5 · no start without the approval that was asked for when it was proposed; from then on that stays so.
CREATE FUNCTION guard_project_start() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."needsApproval" IS DISTINCT FROM NEW."needsApproval" AND OLD."state" <> 'IDEA' THEN
    RAISE EXCEPTION 'R5: fixed when it was proposed' USING ERRCODE = 'check_violation', CONSTRAINT = 'project_approval_fixed';
  END IF;
  IF NEW."state" = 'ACTIVE' AND OLD."state" <> 'ACTIVE' AND NEW."needsApproval"
     AND NOT EXISTS (SELECT 1 FROM "ProjectApproval" a WHERE a."projectId" = NEW."id" AND a."state" = 'APPROVED') THEN
    RAISE EXCEPTION 'PJ2: not approved' USING ERRCODE = 'check_violation', CONSTRAINT = 'project_approval_start';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_start BEFORE UPDATE OF "state", "needsApproval" ON "Project" FOR EACH ROW EXECUTE FUNCTION guard_project_start();

CREATE FUNCTION end_project_approvals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "ProjectApproval" SET "state" = 'WITHDRAWN', "closedAt" = COALESCE(NEW."concludedAt", now()) WHERE "projectId" = NEW."id" AND "state" = 'ASKED';
  RETURN NULL;
END $$;
CREATE TRIGGER end_project_approvals AFTER UPDATE OF "state" ON "Project" FOR EACH ROW
  WHEN (NEW."state" = 'ABANDONED' AND OLD."state" <> NEW."state") EXECUTE FUNCTION end_project_approvals();

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
$$;
