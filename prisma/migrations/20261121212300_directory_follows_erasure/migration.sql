-- A2 · whoever's account is gone is found by nobody: what is left of them is a signature under shared work.
CREATE FUNCTION directory_follow_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM directory_refresh(ARRAY[NEW."id"]); RETURN NULL; END $$;
CREATE TRIGGER directory_erasure AFTER UPDATE OF "accountId" ON "Member"
  FOR EACH ROW WHEN (OLD."accountId" IS DISTINCT FROM NEW."accountId") EXECUTE FUNCTION directory_follow_erasure();

-- Whom search must not know any more.
SELECT directory_refresh(ARRAY(
  SELECT m."id" FROM "Member" m JOIN "DirectoryEntry" e ON e."memberId" = m."id" WHERE m."accountId" IS NULL));
