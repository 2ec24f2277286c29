-- AlterTable
ALTER TABLE "ProjectNote" ADD COLUMN     "putAwayAt" TIMESTAMPTZ(3),
ADD COLUMN     "putAwayById" UUID;

-- CreateIndex
CREATE INDEX "ProjectNote_putAwayById_idx" ON "ProjectNote"("putAwayById");

-- AddForeignKey
ALTER TABLE "ProjectNote" ADD CONSTRAINT "ProjectNote_putAwayById_fkey" FOREIGN KEY ("putAwayById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "ProjectNote" ADD CONSTRAINT note_put_away CHECK ("putAwayById" IS NULL OR "putAwayAt" IS NOT NULL);

-- A6: what is put away says what it said; who wants to change it brings it back first.
CREATE OR REPLACE FUNCTION guard_note_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "ProjectNote" n WHERE n."id" = NEW."noteId" AND n."putAwayAt" IS NOT NULL)
  THEN RAISE EXCEPTION 'note_put_away: takes no version' USING ERRCODE = 'check_violation'; END IF;
  IF NEW."number" <> (SELECT COALESCE(max(v."number"), 0) + 1 FROM "NoteVersion" v WHERE v."noteId" = NEW."noteId")
  THEN RAISE EXCEPTION 'note_number: not the next version' USING ERRCODE = 'check_violation'; END IF;
  IF NEW."restores" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "NoteVersion" v
     WHERE v."noteId" = NEW."noteId" AND v."number" = NEW."restores" AND v."title" = NEW."title" AND v."text" = NEW."text")
  THEN RAISE EXCEPTION 'note_restores: not what that version said' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
