-- M8 · what waits for an answer about a project for members only ends with the last association through which it was somebody's to
-- answer, and not before: an association that takes the lead stops being a co-host only to lead. One that leaves the lead is no
-- co-host, so whoever lets it go calls this too.
CREATE FUNCTION end_stranded_asks(project uuid, at timestamptz) RETURNS void LANGUAGE sql AS $$
  UPDATE "NeedAsk" a SET "state" = 'WITHDRAWN', "closedAt" = at
   WHERE a."projectId" = project AND a."state" = 'OPEN' AND is_stranded(a."projectId", a."toId");
  UPDATE "BeyondOffer" b SET "state" = 'WITHDRAWN', "closedAt" = at
   WHERE b."projectId" = project AND b."state" = 'WAITING' AND is_stranded(b."projectId", b."memberId")
$$;
CREATE OR REPLACE FUNCTION end_need_asks_of_co_host() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM end_stranded_asks(NEW."projectId", NEW."endedAt");
  RETURN NULL;
END $$;
DROP TRIGGER end_need_asks ON "CoHosting";
CREATE TRIGGER end_need_asks AFTER UPDATE OF "state" ON "CoHosting" FOR EACH ROW
  WHEN (OLD."state" = 'CARRYING' AND NEW."state" = 'ENDED' AND NEW."ending" <> 'LEADS') EXECUTE FUNCTION end_need_asks_of_co_host();

-- What was left standing by a lead that passed before.
SELECT end_stranded_asks(p."id", now()) FROM "Project" p WHERE p."isMembersOnly";
