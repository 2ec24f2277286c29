-- AlterTable
ALTER TABLE "FormKey" ADD COLUMN     "action" TEXT NOT NULL DEFAULT '';
