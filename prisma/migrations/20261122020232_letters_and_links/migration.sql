-- CreateEnum
CREATE TYPE "LetterState" AS ENUM ('PENDING', 'TAKEN', 'DECLINED', 'WITHDRAWN', 'EXPIRED');

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "letterId" UUID,
ADD COLUMN     "linkId" UUID;

-- CreateTable
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "associationId" UUID NOT NULL,
    "inviterId" UUID NOT NULL,
    "importId" UUID,
    "email" TEXT,
    "mark" TEXT,
    "reason" TEXT NOT NULL,
    "tokenHash" TEXT,
    "state" "LetterState" NOT NULL DEFAULT 'PENDING',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "mailedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvitationLink" (
    "id" UUID NOT NULL,
    "associationId" UUID NOT NULL,
    "makerId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "usesMax" INTEGER NOT NULL,
    "usesTaken" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InvitationLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberImport" (
    "id" UUID NOT NULL,
    "associationId" UUID NOT NULL,
    "importerId" UUID NOT NULL,
    "lineCount" INTEGER NOT NULL,
    "consentHow" TEXT NOT NULL,
    "consentOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MemberImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Letter_tokenHash_key" ON "Letter"("tokenHash");

-- CreateIndex
CREATE INDEX "Letter_associationId_mark_idx" ON "Letter"("associationId", "mark");

-- CreateIndex
CREATE INDEX "Letter_inviterId_createdAt_idx" ON "Letter"("inviterId", "createdAt");

-- CreateIndex
CREATE INDEX "Letter_state_mailedAt_createdAt_idx" ON "Letter"("state", "mailedAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "letter_one_pending" ON "Letter"("associationId", "mark") WHERE (state = 'PENDING');

-- CreateIndex
CREATE UNIQUE INDEX "InvitationLink_code_key" ON "InvitationLink"("code");

-- CreateIndex
CREATE INDEX "InvitationLink_associationId_createdAt_idx" ON "InvitationLink"("associationId", "createdAt");

-- CreateIndex
CREATE INDEX "MemberImport_associationId_createdAt_idx" ON "MemberImport"("associationId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_letterId_key" ON "Invitation"("letterId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_linkId_memberId_key" ON "Invitation"("linkId", "memberId");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "InvitationLink"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_inviterId_fkey" FOREIGN KEY ("inviterId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_importId_fkey" FOREIGN KEY ("importId") REFERENCES "MemberImport"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationLink" ADD CONSTRAINT "InvitationLink_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationLink" ADD CONSTRAINT "InvitationLink_makerId_fkey" FOREIGN KEY ("makerId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberImport" ADD CONSTRAINT "MemberImport_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberImport" ADD CONSTRAINT "MemberImport_importerId_fkey" FOREIGN KEY ("importerId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A closed letter keeps nothing of whom it was written to; an open one says whom and why.
ALTER TABLE "Letter" ADD CONSTRAINT "letter_closed" CHECK (("state" = 'PENDING') = ("closedAt" IS NULL));
ALTER TABLE "Letter" ADD CONSTRAINT "letter_erased" CHECK (
  CASE WHEN "state" = 'PENDING' THEN "email" IS NOT NULL AND "mark" IS NOT NULL AND btrim("reason") <> ''
       ELSE "email" IS NULL AND "reason" = '' END);
ALTER TABLE "Letter" ADD CONSTRAINT "letter_mailed" CHECK (("tokenHash" IS NULL) = ("mailedAt" IS NULL));

-- A5 · a link is taken up no more often than it says, and ends by itself.
ALTER TABLE "InvitationLink" ADD CONSTRAINT "link_uses" CHECK ("usesMax" BETWEEN 1 AND 50 AND "usesTaken" BETWEEN 0 AND "usesMax");
ALTER TABLE "InvitationLink" ADD CONSTRAINT "link_ends" CHECK (
  "expiresAt" > "createdAt" AND "expiresAt" <= "createdAt" + interval '61 days' AND btrim("reason") <> '');
ALTER TABLE "Invitation" ADD CONSTRAINT "invitation_one_source" CHECK ("letterId" IS NULL OR "linkId" IS NULL);

ALTER TABLE "MemberImport" ADD CONSTRAINT "import_lines" CHECK ("lineCount" BETWEEN 1 AND 200 AND btrim("consentHow") <> '');
