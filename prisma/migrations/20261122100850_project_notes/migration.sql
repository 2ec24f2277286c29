-- CreateTable
CREATE TABLE "ProjectNote" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProjectNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoteVersion" (
    "noteId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "restores" INTEGER,

    CONSTRAINT "NoteVersion_pkey" PRIMARY KEY ("noteId","number")
);

-- CreateIndex
CREATE INDEX "ProjectNote_projectId_idx" ON "ProjectNote"("projectId");

-- CreateIndex
CREATE INDEX "NoteVersion_authorId_idx" ON "NoteVersion"("authorId");

-- AddForeignKey
ALTER TABLE "ProjectNote" ADD CONSTRAINT "ProjectNote_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteVersion" ADD CONSTRAINT "NoteVersion_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "ProjectNote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteVersion" ADD CONSTRAINT "NoteVersion_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "NoteVersion" ADD CONSTRAINT note_title CHECK (btrim("title") <> '');
ALTER TABLE "NoteVersion" ADD CONSTRAINT note_restores CHECK ("restores" < "number");

-- A4: each version follows the one before; of two that would both be the next, one is. What is put back was there.
CREATE FUNCTION guard_note_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."number" <> (SELECT COALESCE(max(v."number"), 0) + 1 FROM "NoteVersion" v WHERE v."noteId" = NEW."noteId")
  THEN RAISE EXCEPTION 'note_number: not the next version' USING ERRCODE = 'check_violation'; END IF;
  IF NEW."restores" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "NoteVersion" v
     WHERE v."noteId" = NEW."noteId" AND v."number" = NEW."restores" AND v."title" = NEW."title" AND v."text" = NEW."text")
  THEN RAISE EXCEPTION 'note_restores: not what that version said' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_note_version BEFORE INSERT ON "NoteVersion" FOR EACH ROW EXECUTE FUNCTION guard_note_version();

-- A6: what a note said is kept.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "NoteVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What was asked of files and decisions before is asked again.
CREATE OR REPLACE FUNCTION invariants_of_work() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'PT2', t."id", 'a task owned by somebody who never accepted it' FROM "Task" t
   WHERE t."ownerId" IS NOT NULL AND NOT EXISTS (
     SELECT 1 FROM "TaskAsk" a WHERE a."taskId" = t."id" AND a."toId" = t."ownerId" AND a."state" = 'ACCEPTED')
  UNION ALL
  SELECT 'M8', t."id", 'a task of somebody who does not take part' FROM "Task" t
   WHERE t."ownerId" IS NOT NULL AND t."state" IN ('TODO', 'DOING') AND NOT takes_part(t."projectId", t."ownerId")
  UNION ALL
  SELECT 'M8', t."id", 'a task of an owner who left what carries the project' FROM "Task" t JOIN "Project" p ON p."id" = t."projectId"
   WHERE t."ownerId" = p."ownerId" AND t."state" IN ('TODO', 'DOING') AND p."associationId" IS NOT NULL AND NOT EXISTS (
     SELECT 1 FROM "ProjectCarrier" c JOIN "Membership" m ON m."associationId" = c."associationId"
      WHERE c."projectId" = p."id" AND m."memberId" = p."ownerId" AND m."state" IN ('ACTIVE', 'PAUSED'))
  UNION ALL
  SELECT 'PT2', a."id", 'asked for what is closed' FROM "TaskAsk" a JOIN "Task" t ON t."id" = a."taskId" JOIN "Project" p ON p."id" = t."projectId"
   WHERE a."state" = 'ASKED' AND (t."state" IN ('DONE', 'DROPPED') OR p."state" IN ('COMPLETED', 'ABANDONED'))
  UNION ALL
  SELECT 'A5', f."projectId", 'more files than a project keeps' FROM "ProjectFile" f GROUP BY f."projectId" HAVING sum(f."size") > 104857600
  UNION ALL
  SELECT 'A6', c."id", 'a correction of another project' FROM "ProjectDecision" c JOIN "ProjectDecision" d ON d."id" = c."correctsId"
   WHERE c."projectId" <> d."projectId"
  UNION ALL
  SELECT 'A6', n."id", 'a note without its versions in a row' FROM "ProjectNote" n
   WHERE (SELECT count(*) FROM "NoteVersion" v WHERE v."noteId" = n."id") = 0
      OR (SELECT count(*) <> max(v."number") FROM "NoteVersion" v WHERE v."noteId" = n."id")
$$;
