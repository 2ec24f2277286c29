-- DropIndex
DROP INDEX "decision_one_open";

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "content" JSONB;

-- CreateIndex
CREATE UNIQUE INDEX "decision_one_open" ON "Decision"("associationId", "kind", "subjectId") WHERE (state = 'OPEN' AND "subjectId" IS NOT NULL);

ALTER TABLE "Decision" ADD CONSTRAINT "decision_content_of_charter" CHECK ("kind" = 'CHARTER' OR "content" IS NULL);

-- DC3 · the charter that is voted on is whole from the opening, and never changes.
CREATE OR REPLACE FUNCTION guard_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN COALESCE(NEW, OLD); END IF;
  IF TG_OP = 'DELETE' OR OLD."state" <> 'OPEN' THEN
    RAISE EXCEPTION 'A6: a decision that is over never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD."isSecret" AND NOT NEW."isSecret") OR (OLD."isHidden" AND NOT NEW."isHidden") THEN
    RAISE EXCEPTION 'DC5: secrecy is not relaxed after opening' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD."content" IS DISTINCT FROM NEW."content" THEN
    RAISE EXCEPTION 'DC3: the charter voted on never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD."title", OLD."text", OLD."isSecret", OLD."isHidden", OLD."quorum", OLD."threshold", OLD."closesAt", OLD."openedAt", OLD."kind")
     IS DISTINCT FROM
     (NEW."title", NEW."text", NEW."isSecret", NEW."isHidden", NEW."quorum", NEW."threshold", NEW."closesAt", NEW."openedAt", NEW."kind")
     AND EXISTS (SELECT 1 FROM "Ballot" b WHERE b."decisionId" = OLD."id") THEN
    RAISE EXCEPTION 'DC3: what is asked froze at the first ballot' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
