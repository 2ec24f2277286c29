-- CreateEnum
CREATE TYPE "CardTells" AS ENUM ('NOTHING', 'VALIDITY', 'NAME');

-- CreateTable
CREATE TABLE "MembershipCard" (
    "membershipId" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "tells" "CardTells" NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MembershipCard_pkey" PRIMARY KEY ("membershipId")
);

-- CreateIndex
CREATE UNIQUE INDEX "MembershipCard_token_key" ON "MembershipCard"("token");

-- AddForeignKey
ALTER TABLE "MembershipCard" ADD CONSTRAINT "MembershipCard_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;
