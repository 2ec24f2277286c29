-- AlterEnum
ALTER TYPE "ChargeState" ADD VALUE 'ENDED';
