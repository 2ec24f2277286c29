-- AlterTable
ALTER TABLE "Association" ADD COLUMN     "charterByVote" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Charter" ADD COLUMN     "changeNote" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "hashForm" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "publishedById" UUID;

-- CreateTable
CREATE TABLE "CharterDraft" (
    "associationId" UUID NOT NULL,
    "baseId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "editedById" UUID,
    "editedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CharterDraft_pkey" PRIMARY KEY ("associationId")
);

-- CreateTable
CREATE TABLE "CharterDraftCopy" (
    "associationId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CharterDraftCopy_pkey" PRIMARY KEY ("associationId","memberId")
);

-- CreateTable
CREATE TABLE "PledgeStance" (
    "pledgeId" UUID NOT NULL,
    "charterValueId" UUID NOT NULL,
    "stance" "Stance" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PledgeStance_pkey" PRIMARY KEY ("pledgeId","charterValueId")
);

-- AddForeignKey
ALTER TABLE "Charter" ADD CONSTRAINT "Charter_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CharterDraft" ADD CONSTRAINT "CharterDraft_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CharterDraft" ADD CONSTRAINT "CharterDraft_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "Charter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CharterDraft" ADD CONSTRAINT "CharterDraft_editedById_fkey" FOREIGN KEY ("editedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CharterDraftCopy" ADD CONSTRAINT "CharterDraftCopy_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CharterDraftCopy" ADD CONSTRAINT "CharterDraftCopy_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PledgeStance" ADD CONSTRAINT "PledgeStance_pledgeId_fkey" FOREIGN KEY ("pledgeId") REFERENCES "Pledge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PledgeStance" ADD CONSTRAINT "PledgeStance_charterValueId_fkey" FOREIGN KEY ("charterValueId") REFERENCES "CharterValue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- M11 · a version says in which form its hash is taken; those after the first say what changed, from the second form on.
ALTER TABLE "Charter" ADD CONSTRAINT "charter_hash_form" CHECK ("hashForm" IN (1, 2));
ALTER TABLE "Charter" ADD CONSTRAINT "charter_says_what_changed" CHECK ("hashForm" = 1 OR "version" = 1 OR btrim("changeNote") <> '');
ALTER TABLE "CharterDraft" ADD CONSTRAINT "charter_draft_revision" CHECK ("revision" > 0);

-- A6 · where one stands is part of what was accepted.
ALTER TABLE "PledgeStance" ADD CONSTRAINT "pledge_stance_says_why" CHECK ("stance" <> 'NOT_MINE' OR btrim("note") <> '');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PledgeStance" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Pledges made until now stand where the papers of their time stood on values of the same word.
INSERT INTO "PledgeStance" ("pledgeId", "charterValueId", "stance", "note")
SELECT p."id", v."id", s."stance", s."note"
  FROM "Pledge" p JOIN "Membership" m ON m."id" = p."membershipId" JOIN "CharterValue" v ON v."charterId" = p."charterId"
  JOIN LATERAL (
    SELECT t."stance", t."note" FROM "Application" a
      JOIN "ApplicationStance" t ON t."applicationId" = a."id" JOIN "CharterValue" w ON w."id" = t."charterValueId"
     WHERE a."associationId" = m."associationId" AND a."memberId" = m."memberId" AND a."state" = 'ACCEPTED' AND a."closedAt" <= p."acceptedAt"
       AND coalesce(w."valueSlug", w."name") = coalesce(v."valueSlug", v."name")
     ORDER BY a."closedAt" DESC LIMIT 1) s ON true;

-- What somebody kept aside goes with their account, when the shared work stays.
CREATE FUNCTION forget_draft_copies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN DELETE FROM "CharterDraftCopy" WHERE "memberId" = NEW."id"; RETURN NULL; END $$;
CREATE TRIGGER draft_copies_erasure AFTER UPDATE OF "accountId" ON "Member"
  FOR EACH ROW WHEN (NEW."accountId" IS NULL AND OLD."accountId" IS NOT NULL) EXECUTE FUNCTION forget_draft_copies();
