-- CreateEnum
CREATE TYPE "VouchState" AS ENUM ('ASKED', 'GIVEN', 'REFUSED');

-- AlterTable
ALTER TABLE "Application" ADD COLUMN     "sponsorsRequired" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Association" ADD COLUMN     "sponsorsRequired" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "ApplicationMessage" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApplicationMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Vouch" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "sponsorId" UUID NOT NULL,
    "state" "VouchState" NOT NULL DEFAULT 'ASKED',
    "sentence" TEXT NOT NULL DEFAULT '',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Vouch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ApplicationMessage_applicationId_at_idx" ON "ApplicationMessage"("applicationId", "at");

-- CreateIndex
CREATE INDEX "Vouch_sponsorId_state_idx" ON "Vouch"("sponsorId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Vouch_applicationId_sponsorId_key" ON "Vouch"("applicationId", "sponsorId");

-- AddForeignKey
ALTER TABLE "ApplicationMessage" ADD CONSTRAINT "ApplicationMessage_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationMessage" ADD CONSTRAINT "ApplicationMessage_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vouch" ADD CONSTRAINT "Vouch_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vouch" ADD CONSTRAINT "Vouch_sponsorId_fkey" FOREIGN KEY ("sponsorId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Association" ADD CONSTRAINT "association_sponsors" CHECK (
  "sponsorsRequired" BETWEEN 0 AND 2 AND ("entry" <> 'OPEN' OR "sponsorsRequired" = 0));
ALTER TABLE "Application" ADD CONSTRAINT "application_sponsors" CHECK ("sponsorsRequired" BETWEEN 0 AND 2);

-- A word is there once it is given; nobody vouches for themselves.
ALTER TABLE "Vouch" ADD CONSTRAINT "vouch_closed" CHECK (("state" = 'ASKED') = ("closedAt" IS NULL));
ALTER TABLE "Vouch" ADD CONSTRAINT "vouch_says" CHECK (("state" = 'GIVEN') = (btrim("sentence") <> ''));
CREATE FUNCTION guard_vouch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Application" a WHERE a."id" = NEW."applicationId" AND a."memberId" = NEW."sponsorId") THEN
    RAISE EXCEPTION 'PT2: nobody vouches for themselves' USING ERRCODE = 'check_violation', CONSTRAINT = 'vouch_not_self';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vouch_not_self BEFORE INSERT OR UPDATE OF "sponsorId", "applicationId" ON "Vouch"
  FOR EACH ROW EXECUTE FUNCTION guard_vouch();

-- M4, A6 · nothing more is said on an application once it is closed, and what was said stays as it was.
CREATE FUNCTION guard_application_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Application" a WHERE a."id" = NEW."applicationId" AND a."state" <> 'PENDING') THEN
    RAISE EXCEPTION 'M4: the application is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'message_while_pending';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER message_while_pending BEFORE INSERT ON "ApplicationMessage"
  FOR EACH ROW EXECUTE FUNCTION guard_application_message();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ApplicationMessage" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "ApplicationMessage" ADD CONSTRAINT "message_says" CHECK (btrim("text") <> '' AND char_length("text") <= 20000);
