-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "continuesId" UUID;

-- CreateTable
CREATE TABLE "ResultThanks" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "fromId" UUID,
    "toId" UUID,
    "text" TEXT NOT NULL,
    "isShown" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ResultThanks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ResultThanks_toId_idx" ON "ResultThanks"("toId");

-- CreateIndex
CREATE INDEX "ResultThanks_fromId_idx" ON "ResultThanks"("fromId");

-- CreateIndex
CREATE UNIQUE INDEX "result_thanks_one" ON "ResultThanks"("projectId", "fromId", "toId") WHERE ("toId" IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "result_thanks_all_one" ON "ResultThanks"("projectId", "fromId") WHERE ("toId" IS NULL);

-- CreateIndex
CREATE INDEX "Project_continuesId_idx" ON "Project"("continuesId");

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_continuesId_fkey" FOREIGN KEY ("continuesId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResultThanks" ADD CONSTRAINT "ResultThanks_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResultThanks" ADD CONSTRAINT "ResultThanks_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResultThanks" ADD CONSTRAINT "ResultThanks_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- G6 · one thanks others may read is one its subject opened, or is to everybody; nobody thanks themselves; words stay as written.
ALTER TABLE "ResultThanks" ADD CONSTRAINT "result_thanks_words" CHECK (btrim("text") <> '');
ALTER TABLE "ResultThanks" ADD CONSTRAINT "result_thanks_other" CHECK ("fromId" <> "toId");
ALTER TABLE "ResultThanks" ADD CONSTRAINT "result_thanks_all_shown" CHECK ("toId" IS NOT NULL OR "isShown");
CREATE FUNCTION guard_thanks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW."text" <> OLD."text" OR NEW."projectId" <> OLD."projectId" OR NEW."toId" IS DISTINCT FROM OLD."toId" THEN
      RAISE EXCEPTION 'result_thanks: its words stay' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Project" p WHERE p."id" = NEW."projectId" AND p."state" = 'COMPLETED') THEN
    RAISE EXCEPTION 'result_thanks_project: not concluded' USING ERRCODE = 'check_violation'; END IF;
  IF NOT had_part(NEW."projectId", NEW."fromId") OR (NEW."toId" IS NOT NULL AND NOT had_part(NEW."projectId", NEW."toId")) THEN
    RAISE EXCEPTION 'result_thanks_part: of or to somebody who had none' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_thanks BEFORE INSERT OR UPDATE ON "ResultThanks" FOR EACH ROW EXECUTE FUNCTION guard_thanks();

-- PJ2 · what is taken up again has ended, and is said once, when the new one is proposed: so no line of projects comes back to itself.
CREATE FUNCTION guard_continuation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW."continuesId" IS NOT NULL AND NEW."continuesId" IS DISTINCT FROM OLD."continuesId" THEN
      RAISE EXCEPTION 'project_continues: said once' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN NEW;
  END IF;
  IF NEW."continuesId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Project" p WHERE p."id" = NEW."continuesId" AND p."state" IN ('COMPLETED', 'ABANDONED') AND p."createdAt" <= NEW."createdAt")
  THEN RAISE EXCEPTION 'project_continues: not ended' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_continuation BEFORE INSERT OR UPDATE OF "continuesId" ON "Project" FOR EACH ROW EXECUTE FUNCTION guard_continuation();

CREATE OR REPLACE FUNCTION invariants_of_results() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'PJ7', g."id", 'a signature under what is not concluded' FROM "ProjectSignature" g JOIN "Project" p ON p."id" = g."projectId"
   WHERE p."state" <> 'COMPLETED'
  UNION ALL
  SELECT 'PJ7', p."id", 'a link or a lesson of what is not concluded' FROM "Project" p
   WHERE p."state" <> 'COMPLETED' AND (p."lessons" <> '' OR EXISTS (SELECT 1 FROM "ResultLink" l WHERE l."projectId" = p."id"))
  UNION ALL
  SELECT 'G6', t."id", 'thanks under what is not concluded' FROM "ResultThanks" t JOIN "Project" p ON p."id" = t."projectId"
   WHERE p."state" <> 'COMPLETED'
  UNION ALL
  SELECT 'PJ2', p."id", 'takes up what has not ended' FROM "Project" p JOIN "Project" q ON q."id" = p."continuesId"
   WHERE q."state" NOT IN ('COMPLETED', 'ABANDONED')
$$;
