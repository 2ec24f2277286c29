-- DropIndex
DROP INDEX "OutboxMail_state_createdAt_idx";

-- AlterTable
ALTER TABLE "OutboxMail" ADD COLUMN     "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "OutboxMail_state_dueAt_idx" ON "OutboxMail"("state", "dueAt");
