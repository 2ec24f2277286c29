-- CreateEnum
CREATE TYPE "Confirmers" AS ENUM ('ANY_MEMBER', 'STEWARDS');

-- CreateEnum
CREATE TYPE "Bar" AS ENUM ('PROPOSE', 'VOTE', 'HOLD_ROLE');

-- AlterTable
ALTER TABLE "Charter" ADD COLUMN     "bars" "Bar"[] DEFAULT ARRAY[]::"Bar"[],
ADD COLUMN     "confirmers" "Confirmers" NOT NULL DEFAULT 'ANY_MEMBER',
ADD COLUMN     "countedKinds" "ParticipationKind"[] DEFAULT ARRAY[]::"ParticipationKind"[],
ADD COLUMN     "graceDays" INTEGER NOT NULL DEFAULT 14,
ADD COLUMN     "isMaterial" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "minDeeds" INTEGER,
ADD COLUMN     "reviewOn" DATE;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "behindSince" TIMESTAMPTZ(3);

-- M2, K · a rule that asks for something says on which period, within bounds.
ALTER TABLE "Charter" ADD CONSTRAINT "charter_rule" CHECK (
  ("minPeriod" IS NULL) = ("minMinutes" IS NULL AND "minDeeds" IS NULL)
  AND ("minMinutes" IS NULL OR "minMinutes" > 0) AND ("minDeeds" IS NULL OR "minDeeds" BETWEEN 1 AND 100)
  AND "graceDays" BETWEEN 0 AND 90);
