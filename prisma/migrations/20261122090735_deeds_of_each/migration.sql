-- AlterEnum
ALTER TYPE "ProfileField" ADD VALUE 'DEEDS';

-- AlterTable
ALTER TABLE "Contribution" ADD COLUMN     "evidenceFileId" UUID,
ADD COLUMN     "evidenceUrl" TEXT;

-- CreateIndex
CREATE INDEX "Contribution_evidenceFileId_idx" ON "Contribution"("evidenceFileId");

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_evidenceFileId_fkey" FOREIGN KEY ("evidenceFileId") REFERENCES "ProjectFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Contribution" ADD CONSTRAINT "contribution_evidence_https" CHECK ("evidenceUrl" LIKE 'https://_%');

-- PJ5: what shows it is a file of the project it was done for.
CREATE FUNCTION guard_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."evidenceFileId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "ProjectFile" f WHERE f."id" = NEW."evidenceFileId" AND f."projectId" = NEW."projectId")
  THEN RAISE EXCEPTION 'contribution_evidence: a file from elsewhere' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_evidence BEFORE INSERT OR UPDATE OF "evidenceFileId", "projectId" ON "Contribution"
  FOR EACH ROW EXECUTE FUNCTION guard_evidence();

-- PV1 · whether what somebody did is there for a viewer (null: a visitor): their own, what they confirmed, of a project they had a
-- part in, else to the audience its author chose for what they do.
CREATE FUNCTION deed_open(author uuid, witness uuid, project uuid, viewer uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT COALESCE((SELECT a."audience" FROM "MemberFieldAudience" a WHERE a."memberId" = author AND a."field"::text = 'DEEDS'), 'PUBLIC')
         <= CASE WHEN viewer IS NULL THEN 'PUBLIC'::"Audience"
                 WHEN EXISTS (SELECT 1 FROM "Membership" theirs JOIN "Membership" mine ON mine."associationId" = theirs."associationId"
                               WHERE theirs."memberId" = author AND mine."memberId" = viewer
                                 AND theirs."state" IN ('ACTIVE', 'PAUSED') AND mine."state" IN ('ACTIVE', 'PAUSED')) THEN 'SHARED_ASSOCIATIONS'
                 ELSE 'MEMBERS' END
      OR COALESCE(viewer IN (author, witness), false)
      OR (viewer IS NOT NULL AND project IS NOT NULL AND had_part(project, viewer))
$$;
