-- CreateEnum
CREATE TYPE "SignatureLook" AS ENUM ('FULL', 'COMPETENCE', 'FIRST_NAME', 'INITIALS', 'UNSIGNED');

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "lessons" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "ProjectSignature" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "look" "SignatureLook" NOT NULL,
    "competenceId" INTEGER,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProjectSignature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResultLink" (
    "projectId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL,

    CONSTRAINT "ResultLink_pkey" PRIMARY KEY ("projectId","position")
);

-- CreateTable
CREATE TABLE "ResultPicture" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "alt" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "broughtById" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ResultPicture_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ProjectSignature_memberId_idx" ON "ProjectSignature"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "ProjectSignature_projectId_memberId_key" ON "ProjectSignature"("projectId", "memberId");

-- CreateIndex
CREATE INDEX "ResultPicture_broughtById_idx" ON "ResultPicture"("broughtById");

-- CreateIndex
CREATE UNIQUE INDEX "ResultPicture_projectId_position_key" ON "ResultPicture"("projectId", "position");

-- AddForeignKey
ALTER TABLE "ProjectSignature" ADD CONSTRAINT "ProjectSignature_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectSignature" ADD CONSTRAINT "ProjectSignature_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectSignature" ADD CONSTRAINT "ProjectSignature_competenceId_fkey" FOREIGN KEY ("competenceId") REFERENCES "Competence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResultLink" ADD CONSTRAINT "ResultLink_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResultPicture" ADD CONSTRAINT "ResultPicture_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResultPicture" ADD CONSTRAINT "ResultPicture_broughtById_fkey" FOREIGN KEY ("broughtById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The one address a result had is the first of its links.
INSERT INTO "ResultLink" ("projectId", "position", "url") SELECT "id", 0, "resultUrl" FROM "Project" WHERE "resultUrl" IS NOT NULL;
ALTER TABLE "Project" DROP COLUMN "resultUrl";

ALTER TABLE "ResultLink" ADD CONSTRAINT "result_link_few" CHECK ("position" BETWEEN 0 AND 4);
ALTER TABLE "ResultLink" ADD CONSTRAINT "result_link_https" CHECK ("url" LIKE 'https://_%');
ALTER TABLE "ResultPicture" ADD CONSTRAINT "result_picture_few" CHECK ("position" BETWEEN 0 AND 5);
ALTER TABLE "ResultPicture" ADD CONSTRAINT "result_picture_told" CHECK (btrim("alt") <> '');
ALTER TABLE "ProjectSignature" ADD CONSTRAINT "signature_competence" CHECK ("competenceId" IS NULL OR "look" = 'COMPETENCE');

-- PJ7, P47 · who had a part in a project: takes part, or did something in it that somebody else confirmed, or dreamt it.
CREATE FUNCTION had_part(project uuid, member uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT takes_part(project, member)
      OR EXISTS (SELECT 1 FROM "Contribution" c WHERE c."projectId" = project AND c."memberId" = member AND c."state" = 'CONFIRMED')
      OR EXISTS (SELECT 1 FROM "CoProposer" d WHERE d."projectId" = project AND d."memberId" = member AND d."withdrawnAt" IS NULL)
$$;

-- A name as its owner signs with it; lib/project/signature/rules.ts says the same, and a test compares them.
CREATE FUNCTION signed_name(name text, look "SignatureLook") RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE look
    WHEN 'UNSIGNED' THEN NULL
    WHEN 'FIRST_NAME' THEN split_part(name, ' ', 1)
    WHEN 'INITIALS' THEN (SELECT string_agg(left(w.word, 1) || '.', ' ' ORDER BY w.nth)
                            FROM regexp_split_to_table(name, ' ') WITH ORDINALITY AS w(word, nth) WHERE w.word <> '')
    ELSE name END
$$;

-- One signs what is concluded, and what one had a part in.
CREATE FUNCTION guard_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Project" p WHERE p."id" = NEW."projectId" AND p."state" = 'COMPLETED') THEN
    RAISE EXCEPTION 'signature_project: not concluded' USING ERRCODE = 'check_violation'; END IF;
  IF NOT had_part(NEW."projectId", NEW."memberId") THEN
    RAISE EXCEPTION 'signature_part: of somebody who had none' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_signature BEFORE INSERT OR UPDATE OF "projectId", "memberId" ON "ProjectSignature"
  FOR EACH ROW EXECUTE FUNCTION guard_signature();

-- A picture is of a result, written or to be written soon.
CREATE FUNCTION guard_result_picture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Project" p WHERE p."id" = NEW."projectId" AND p."state" IN ('ACTIVE', 'SUSPENDED', 'COMPLETED')) THEN
    RAISE EXCEPTION 'result_picture_project: no result to come' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_result_picture BEFORE INSERT OR UPDATE OF "projectId" ON "ResultPicture" FOR EACH ROW EXECUTE FUNCTION guard_result_picture();

CREATE FUNCTION invariants_of_results() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'PJ7', g."id", 'a signature under what is not concluded' FROM "ProjectSignature" g JOIN "Project" p ON p."id" = g."projectId"
   WHERE p."state" <> 'COMPLETED'
  UNION ALL
  SELECT 'PJ7', p."id", 'a link or a lesson of what is not concluded' FROM "Project" p
   WHERE p."state" <> 'COMPLETED' AND (p."lessons" <> '' OR EXISTS (SELECT 1 FROM "ResultLink" l WHERE l."projectId" = p."id"))
$$;

CREATE OR REPLACE FUNCTION check_invariants() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT * FROM invariants_of_memberships()
  UNION ALL
  SELECT * FROM invariants_of_directory()
  UNION ALL
  SELECT * FROM invariants_of_projects()
  UNION ALL
  SELECT * FROM invariants_of_decisions()
  UNION ALL
  SELECT * FROM invariants_of_moderation()
  UNION ALL
  SELECT * FROM invariants_of_work()
  UNION ALL
  SELECT * FROM invariants_of_needs()
  UNION ALL
  SELECT * FROM invariants_of_results()
$$;
