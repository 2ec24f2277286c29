-- AlterTable
ALTER TABLE "CaseRuling" ADD COLUMN     "isLapsed" BOOLEAN NOT NULL DEFAULT false;

-- M9 · what nobody decided in its days ends without a reason, and never against the person.
ALTER TABLE "CaseRuling" DROP CONSTRAINT "ruling_reasoned";
ALTER TABLE "CaseRuling" ADD CONSTRAINT "ruling_reasoned" CHECK (
  num_nonnulls("deciderId", "decisionId") <= 1
  AND CASE WHEN "isLapsed" THEN NOT "isOut" AND "reason" = '' AND num_nonnulls("deciderId", "decisionId") = 0 ELSE btrim("reason") <> '' END);
