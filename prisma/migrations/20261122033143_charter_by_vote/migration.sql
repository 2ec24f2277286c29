-- AlterTable
ALTER TABLE "Association" DROP COLUMN "charterByVote";

-- AlterTable
ALTER TABLE "Charter" ADD COLUMN     "isByVote" BOOLEAN NOT NULL DEFAULT false;
