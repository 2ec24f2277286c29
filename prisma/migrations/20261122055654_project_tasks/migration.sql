-- CreateEnum
CREATE TYPE "TaskState" AS ENUM ('TODO', 'DOING', 'DONE', 'DROPPED');

-- CreateEnum
CREATE TYPE "TaskAskState" AS ENUM ('ASKED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "Task" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "deliverableId" UUID,
    "title" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "state" "TaskState" NOT NULL DEFAULT 'TODO',
    "ownerId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" DATE,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskAsk" (
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "askedById" UUID,
    "state" "TaskAskState" NOT NULL DEFAULT 'ASKED',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TaskAsk_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Task_projectId_state_idx" ON "Task"("projectId", "state");

-- CreateIndex
CREATE INDEX "Task_ownerId_idx" ON "Task"("ownerId");

-- CreateIndex
CREATE INDEX "TaskAsk_toId_state_idx" ON "TaskAsk"("toId", "state");

-- CreateIndex
CREATE INDEX "TaskAsk_taskId_idx" ON "TaskAsk"("taskId");

-- CreateIndex
CREATE UNIQUE INDEX "task_ask_one_open" ON "TaskAsk"("taskId", "toId", "askedById") WHERE (state = 'ASKED');

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_deliverableId_fkey" FOREIGN KEY ("deliverableId") REFERENCES "Deliverable"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskAsk" ADD CONSTRAINT "TaskAsk_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskAsk" ADD CONSTRAINT "TaskAsk_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskAsk" ADD CONSTRAINT "TaskAsk_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "Deliverable" ADD COLUMN "evidence" TEXT NOT NULL DEFAULT '', ADD COLUMN "evidenceUrl" TEXT;

ALTER TABLE "Task" ADD CONSTRAINT task_done_at CHECK (("state" = 'DONE') = ("doneAt" IS NOT NULL));
ALTER TABLE "TaskAsk" ADD CONSTRAINT task_ask_closed CHECK (("state" = 'ASKED') = ("closedAt" IS NULL));
ALTER TABLE "Deliverable" ADD CONSTRAINT deliverable_evidence CHECK ("doneOn" IS NOT NULL OR ("evidence" = '' AND "evidenceUrl" IS NULL));

-- Who takes part in a project: its owner and those in a seat (docs/adr/0014).
CREATE FUNCTION takes_part(project uuid, member uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "Project" p WHERE p."id" = project AND p."ownerId" = member)
      OR EXISTS (SELECT 1 FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId"
                  WHERE n."projectId" = project AND o."memberId" = member AND o."state" = 'ACCEPTED')
$$;

-- PT2, M8: what is still to be done belongs to somebody who takes part, or to nobody; and to a thing of the same project.
CREATE FUNCTION guard_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."deliverableId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Deliverable" d WHERE d."id" = NEW."deliverableId" AND d."projectId" = NEW."projectId")
  THEN RAISE EXCEPTION 'task_deliverable: of another project' USING ERRCODE = 'check_violation'; END IF;
  IF NEW."ownerId" IS NOT NULL AND NEW."state" IN ('TODO', 'DOING') AND NOT takes_part(NEW."projectId", NEW."ownerId")
  THEN RAISE EXCEPTION 'task_owner: does not take part' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_task BEFORE INSERT OR UPDATE OF "ownerId", "deliverableId", "state" ON "Task"
  FOR EACH ROW EXECUTE FUNCTION guard_task();

-- What somebody had taken on goes back to nobody, and what they asked or were asked is closed. What they did stays theirs.
CREATE FUNCTION release_tasks(projects uuid[], member uuid, at timestamptz) RETURNS void LANGUAGE sql AS $$
  UPDATE "Task" SET "ownerId" = NULL, "state" = 'TODO'
   WHERE "projectId" = ANY(projects) AND "ownerId" = member AND "state" IN ('TODO', 'DOING');
  UPDATE "TaskAsk" a SET "state" = 'WITHDRAWN', "closedAt" = at
    FROM "Task" t
   WHERE t."id" = a."taskId" AND t."projectId" = ANY(projects) AND a."state" = 'ASKED' AND member IN (a."toId", a."askedById")
$$;

CREATE FUNCTION leave_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE project uuid := (SELECT n."projectId" FROM "Need" n WHERE n."id" = OLD."needId");
BEGIN
  IF NOT takes_part(project, OLD."memberId") THEN
    PERFORM release_tasks(ARRAY[project], OLD."memberId", COALESCE(NEW."closedAt", now()));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER leave_tasks AFTER UPDATE OF "state" ON "NeedOffer" FOR EACH ROW
  WHEN (OLD."state" = 'ACCEPTED' AND NEW."state" <> 'ACCEPTED') EXECUTE FUNCTION leave_tasks();

CREATE FUNCTION hand_over_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT takes_part(NEW."id", OLD."ownerId") THEN PERFORM release_tasks(ARRAY[NEW."id"], OLD."ownerId", now()); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER hand_over_tasks AFTER UPDATE OF "ownerId" ON "Project" FOR EACH ROW
  WHEN (OLD."ownerId" IS NOT NULL AND OLD."ownerId" IS DISTINCT FROM NEW."ownerId") EXECUTE FUNCTION hand_over_tasks();

-- Whoever leaves an association does nothing more in its projects, the one they still own included (rule M8).
CREATE FUNCTION end_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM release_tasks(ARRAY(SELECT p."id" FROM "Project" p WHERE p."associationId" = NEW."associationId"), NEW."memberId", NEW."stateSince");
  RETURN NULL;
END $$;
CREATE TRIGGER end_tasks AFTER UPDATE OF "state" ON "Membership" FOR EACH ROW
  WHEN (NEW."state" IN ('LEFT', 'EXCLUDED')) EXECUTE FUNCTION end_tasks();

CREATE FUNCTION invariants_of_work() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'PT2', t."id", 'a task owned by somebody who never accepted it' FROM "Task" t
   WHERE t."ownerId" IS NOT NULL AND NOT EXISTS (
     SELECT 1 FROM "TaskAsk" a WHERE a."taskId" = t."id" AND a."toId" = t."ownerId" AND a."state" = 'ACCEPTED')
  UNION ALL
  SELECT 'M8', t."id", 'a task of somebody who does not take part' FROM "Task" t
   WHERE t."ownerId" IS NOT NULL AND t."state" IN ('TODO', 'DOING') AND NOT takes_part(t."projectId", t."ownerId")
  UNION ALL
  SELECT 'PT2', a."id", 'asked for what is closed' FROM "TaskAsk" a JOIN "Task" t ON t."id" = a."taskId" JOIN "Project" p ON p."id" = t."projectId"
   WHERE a."state" = 'ASKED' AND (t."state" IN ('DONE', 'DROPPED') OR p."state" IN ('COMPLETED', 'ABANDONED'))
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
$$;
