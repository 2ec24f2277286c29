-- M8, PT2 · who works in a project: whoever takes part, but an owner who belongs to nothing any more that carries it (docs/adr/0034). What
-- is asked of somebody, and whose what is done stays, goes by this.
CREATE FUNCTION works_in(project uuid, member uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT takes_part(project, member) AND NOT EXISTS (
    SELECT 1 FROM "Project" p WHERE p."id" = project AND p."ownerId" = member AND p."associationId" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "ProjectCarrier" c JOIN "Membership" m ON m."associationId" = c."associationId"
       WHERE c."projectId" = project AND m."memberId" = member AND m."state" IN ('ACTIVE', 'PAUSED')))
$$;
