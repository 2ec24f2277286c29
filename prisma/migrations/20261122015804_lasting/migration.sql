-- CreateEnum
CREATE TYPE "ReminderKind" AS ENUM ('STATEMENT_MONTH', 'STATEMENT_WEEK', 'STATEMENT_OVER', 'PAUSE_OVER', 'SILENCE');

-- AlterTable
ALTER TABLE "Association" ADD COLUMN     "custodyCalls" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "pausedUntilOn" DATE;

-- CreateTable
CREATE TABLE "MembershipReminder" (
    "membershipId" UUID NOT NULL,
    "kind" "ReminderKind" NOT NULL,
    "aboutOn" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MembershipReminder_pkey" PRIMARY KEY ("membershipId","kind","aboutOn")
);

-- AddForeignKey
ALTER TABLE "MembershipReminder" ADD CONSTRAINT "MembershipReminder_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- M10 · only a pause lasts until a day. M7 · only in custody are members called, twice again at most. A6 · what was said stays said.
ALTER TABLE "Membership" ADD CONSTRAINT "membership_pause_ends" CHECK ("pausedUntilOn" IS NULL OR "state" = 'PAUSED');
ALTER TABLE "Association" ADD CONSTRAINT "association_custody_calls" CHECK (
  "custodyCalls" BETWEEN 0 AND 2 AND ("custodyCalls" = 0 OR "state" = 'CUSTODY'));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "MembershipReminder" FOR EACH ROW EXECUTE FUNCTION refuse_change();
