-- CreateTable
CREATE TABLE "ProjectMessage" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "threadId" UUID,
    "authorId" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProjectMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectDecision" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "authorId" UUID,
    "what" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "decidedOn" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "correctsId" UUID,

    CONSTRAINT "ProjectDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectFile" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "uploadedById" UUID,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProjectFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "calledById" UUID,
    "title" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "link" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingAnswer" (
    "meetingId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "isComing" BOOLEAN NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MeetingAnswer_pkey" PRIMARY KEY ("meetingId","memberId")
);

-- CreateIndex
CREATE INDEX "ProjectMessage_projectId_at_idx" ON "ProjectMessage"("projectId", "at");

-- CreateIndex
CREATE INDEX "ProjectMessage_threadId_at_idx" ON "ProjectMessage"("threadId", "at");

-- CreateIndex
CREATE INDEX "ProjectDecision_projectId_at_idx" ON "ProjectDecision"("projectId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ProjectDecision_correctsId_key" ON "ProjectDecision"("correctsId");

-- CreateIndex
CREATE INDEX "ProjectFile_uploadedById_idx" ON "ProjectFile"("uploadedById");

-- CreateIndex
CREATE UNIQUE INDEX "ProjectFile_projectId_sha256_key" ON "ProjectFile"("projectId", "sha256");

-- CreateIndex
CREATE INDEX "Meeting_projectId_startsAt_idx" ON "Meeting"("projectId", "startsAt");

-- CreateIndex
CREATE INDEX "MeetingAnswer_memberId_idx" ON "MeetingAnswer"("memberId");

-- AddForeignKey
ALTER TABLE "ProjectMessage" ADD CONSTRAINT "ProjectMessage_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectMessage" ADD CONSTRAINT "ProjectMessage_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "ProjectMessage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectMessage" ADD CONSTRAINT "ProjectMessage_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectDecision" ADD CONSTRAINT "ProjectDecision_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectDecision" ADD CONSTRAINT "ProjectDecision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectDecision" ADD CONSTRAINT "ProjectDecision_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "ProjectDecision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectFile" ADD CONSTRAINT "ProjectFile_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectFile" ADD CONSTRAINT "ProjectFile_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_calledById_fkey" FOREIGN KEY ("calledById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAnswer" ADD CONSTRAINT "MeetingAnswer_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAnswer" ADD CONSTRAINT "MeetingAnswer_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An answer answers what opened a thread of the same project; what is taken back keeps no words.
ALTER TABLE "ProjectMessage" ADD CONSTRAINT message_withdrawn CHECK (("withdrawnAt" IS NULL) = ("text" <> ''));
CREATE FUNCTION guard_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."threadId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "ProjectMessage" t WHERE t."id" = NEW."threadId" AND t."projectId" = NEW."projectId" AND t."threadId" IS NULL)
  THEN RAISE EXCEPTION 'message_thread: no thread of this project' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_message BEFORE INSERT OR UPDATE OF "threadId" ON "ProjectMessage" FOR EACH ROW EXECUTE FUNCTION guard_message();

-- A6: what was decided is set right by a new row.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ProjectDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE "ProjectFile" ADD CONSTRAINT file_size CHECK ("size" = octet_length("bytes") AND "size" BETWEEN 1 AND 10485760);
ALTER TABLE "ProjectFile" ADD CONSTRAINT file_mime CHECK ("mime" = 'image/webp' OR "mime" = 'text/plain' OR "mime" LIKE 'application/%');
ALTER TABLE "Meeting" ADD CONSTRAINT meeting_ends CHECK ("endsAt" > "startsAt");

-- Who leaves comes to no meeting that has not been.
CREATE OR REPLACE FUNCTION release_tasks(projects uuid[], member uuid, at timestamptz) RETURNS void LANGUAGE sql AS $$
  UPDATE "Task" SET "ownerId" = NULL, "state" = 'TODO'
   WHERE "projectId" = ANY(projects) AND "ownerId" = member AND "state" IN ('TODO', 'DOING');
  UPDATE "TaskAsk" a SET "state" = 'WITHDRAWN', "closedAt" = at
    FROM "Task" t
   WHERE t."id" = a."taskId" AND t."projectId" = ANY(projects) AND a."state" = 'ASKED' AND member IN (a."toId", a."askedById");
  DELETE FROM "MeetingAnswer" a USING "Meeting" g
   WHERE g."id" = a."meetingId" AND g."projectId" = ANY(projects) AND a."memberId" = member AND g."endsAt" > at
$$;

CREATE OR REPLACE FUNCTION invariants_of_work() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'PT2', t."id", 'a task owned by somebody who never accepted it' FROM "Task" t
   WHERE t."ownerId" IS NOT NULL AND NOT EXISTS (
     SELECT 1 FROM "TaskAsk" a WHERE a."taskId" = t."id" AND a."toId" = t."ownerId" AND a."state" = 'ACCEPTED')
  UNION ALL
  SELECT 'M8', t."id", 'a task of somebody who does not take part' FROM "Task" t
   WHERE t."ownerId" IS NOT NULL AND t."state" IN ('TODO', 'DOING') AND NOT takes_part(t."projectId", t."ownerId")
  UNION ALL
  SELECT 'PT2', a."id", 'asked for what is closed' FROM "TaskAsk" a JOIN "Task" t ON t."id" = a."taskId" JOIN "Project" p ON p."id" = t."projectId"
   WHERE a."state" = 'ASKED' AND (t."state" IN ('DONE', 'DROPPED') OR p."state" IN ('COMPLETED', 'ABANDONED'))
  UNION ALL
  SELECT 'A5', f."projectId", 'more files than a project keeps' FROM "ProjectFile" f GROUP BY f."projectId" HAVING sum(f."size") > 104857600
  UNION ALL
  SELECT 'A6', c."id", 'a correction of another project' FROM "ProjectDecision" c JOIN "ProjectDecision" d ON d."id" = c."correctsId"
   WHERE c."projectId" <> d."projectId"
$$;
