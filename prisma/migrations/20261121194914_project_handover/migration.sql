-- CreateEnum
CREATE TYPE "HandoverState" AS ENUM ('OFFERED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN     "needOfferId" UUID;

-- CreateTable
CREATE TABLE "ProjectHandover" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "offeredById" UUID,
    "state" "HandoverState" NOT NULL DEFAULT 'OFFERED',
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProjectHandover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ProjectHandover_toId_state_idx" ON "ProjectHandover"("toId", "state");

-- CreateIndex
CREATE INDEX "ProjectHandover_projectId_state_idx" ON "ProjectHandover"("projectId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "project_handover_one_open" ON "ProjectHandover"("projectId") WHERE (state = 'OFFERED');

-- CreateIndex
CREATE UNIQUE INDEX "Commitment_needOfferId_key" ON "Commitment"("needOfferId");

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_needOfferId_fkey" FOREIGN KEY ("needOfferId") REFERENCES "NeedOffer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectHandover" ADD CONSTRAINT "ProjectHandover_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectHandover" ADD CONSTRAINT "ProjectHandover_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectHandover" ADD CONSTRAINT "ProjectHandover_offeredById_fkey" FOREIGN KEY ("offeredById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "ProjectHandover" ADD CONSTRAINT "handover_closed" CHECK (("state" = 'OFFERED') = ("closedAt" IS NULL));
ALTER TABLE "ProjectHandover" ADD CONSTRAINT "handover_not_self" CHECK ("toId" <> "offeredById");
-- A2 · only an association has members to keep a project for.
ALTER TABLE "Project" ADD CONSTRAINT "project_members_only" CHECK (NOT "isMembersOnly" OR "associationId" IS NOT NULL);

-- PJ7 · nothing concludes over an open commitment.
CREATE FUNCTION guard_project_conclusion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."state" = 'COMPLETED' AND EXISTS (SELECT 1 FROM "Commitment" WHERE "projectId" = NEW."id" AND "state" = 'OPEN') THEN
    RAISE EXCEPTION 'PJ7: a commitment is still open' USING ERRCODE = 'check_violation', CONSTRAINT = 'project_resolved';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_resolved BEFORE UPDATE OF "state" ON "Project" FOR EACH ROW EXECUTE FUNCTION guard_project_conclusion();
