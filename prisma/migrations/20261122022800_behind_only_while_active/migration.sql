-- M10 · in pause or outside nobody is behind: what is derived from the rule ends with taking part, whoever ends it.
CREATE FUNCTION clear_behind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."behindSince" := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER behind_only_while_active BEFORE INSERT OR UPDATE ON "Membership" FOR EACH ROW
  WHEN (NEW."state" <> 'ACTIVE' AND NEW."behindSince" IS NOT NULL) EXECUTE FUNCTION clear_behind();
