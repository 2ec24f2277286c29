-- Offers and asks are always those of somebody: one index finds a person's, and one among them. Two took 57 bytes for each.

-- DropIndex
DROP INDEX "Exchange_memberId_side_idx";

-- AlterTable
ALTER TABLE "Exchange" DROP CONSTRAINT "Exchange_pkey",
ADD CONSTRAINT "Exchange_pkey" PRIMARY KEY ("memberId", "id");
