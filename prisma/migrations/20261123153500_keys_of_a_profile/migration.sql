-- What profiles name in arrays keeps its key: no foreign key would carry a new one along (docs/adr/0048).
CREATE FUNCTION refuse_new_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% keeps its key', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER competence_keeps_id BEFORE UPDATE OF "id" ON "Competence" FOR EACH ROW
  WHEN (OLD."id" <> NEW."id") EXECUTE FUNCTION refuse_new_key();
CREATE TRIGGER value_keeps_slug BEFORE UPDATE OF "slug" ON "Value" FOR EACH ROW
  WHEN (OLD."slug" <> NEW."slug") EXECUTE FUNCTION refuse_new_key();

CREATE FUNCTION invariants_of_profiles() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'profile', m."id", 'a competence twice, unknown or of no level' FROM "Member" m
   WHERE cardinality(m."competences") <> (
     SELECT count(DISTINCT c."id") FROM competences_held(m."competences") h JOIN "Competence" c ON c."id" = h."competenceId"
      WHERE h."level" BETWEEN 1 AND 4)
  UNION ALL
  SELECT 'profile', m."id", 'a value twice or unknown' FROM "Member" m
   WHERE cardinality(m."values") <> (SELECT count(*) FROM "Value" v WHERE v."slug" = ANY (m."values"))
$$;

CREATE OR REPLACE FUNCTION check_invariants() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT * FROM invariants_of_memberships()
  UNION ALL
  SELECT * FROM invariants_of_directory()
  UNION ALL
  SELECT * FROM invariants_of_profiles()
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
