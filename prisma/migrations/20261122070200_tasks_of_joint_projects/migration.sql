-- M8: an owner who was in their project only through an association that carries it no more does nothing more in it. Whoever
-- sits in it keeps or loses their tasks with the seat; a lead that is taken hands them over with the project.
CREATE FUNCTION end_owner_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE owner uuid := (SELECT p."ownerId" FROM "Project" p WHERE p."id" = NEW."projectId");
BEGIN
  IF owner IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM "ProjectCarrier" c JOIN "Membership" m ON m."associationId" = c."associationId"
        WHERE c."projectId" = NEW."projectId" AND m."memberId" = owner AND m."state" IN ('ACTIVE', 'PAUSED')) THEN
    PERFORM release_tasks(ARRAY[NEW."projectId"], owner, NEW."endedAt");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER end_owner_tasks AFTER UPDATE OF "state" ON "CoHosting" FOR EACH ROW
  WHEN (OLD."state" = 'CARRYING' AND NEW."state" = 'ENDED' AND NEW."ending" <> 'LEADS') EXECUTE FUNCTION end_owner_tasks();

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
$$;
