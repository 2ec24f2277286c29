-- What the facets of a list print stands in a few rows of it, not in one for each choice (docs/adr/0019). Changes are kept apart until
-- the job folds them, as before; both together are exact at any moment. What was counted so far is carried over.

-- CreateTable
CREATE TABLE "DirectoryTally" (
    "viewer" "DirectoryClass" NOT NULL,
    "list" INTEGER NOT NULL,
    "kind" SMALLINT NOT NULL,
    "others" INTEGER[],
    "people" INTEGER[],

    CONSTRAINT "DirectoryTally_pkey" PRIMARY KEY ("viewer","list","kind")
);

-- What a token of the facets stands for is known to whoever prints it.
-- DropTable
DROP TABLE "DirectoryName";

-- The kind of a token: of names as they are numbered (directory_token), of everything about competences 0.
CREATE OR REPLACE FUNCTION directory_kind(token integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN token < 0 THEN (-1 - token) >> 26 ELSE 0 END
$$;

-- Every count as rows to be added up: tallies, and the changes that none of them holds yet.
CREATE FUNCTION directory_kept() RETURNS TABLE (viewer "DirectoryClass", list integer, other integer, n integer) LANGUAGE sql STABLE AS $$
  SELECT t."viewer", t."list", k.other, k.n FROM "DirectoryTally" t, unnest(t."others", t."people") k (other, n)
  UNION ALL SELECT c."viewer", c."list", c."other", c."n" FROM "DirectoryCount" c
$$;

-- Folds the changes into the tallies. Those written meanwhile stay apart until the next time: nobody who edits waits. Returns how many
-- changes it took away.
CREATE OR REPLACE FUNCTION directory_fold() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE folded bigint;
BEGIN
  -- Two folds take turns; those who read tallies do not wait.
  LOCK "DirectoryTally" IN SHARE ROW EXCLUSIVE MODE;
  WITH taken AS (
    DELETE FROM "DirectoryCount" RETURNING "viewer", "list", "other", "n"
  ), added AS (
    SELECT "viewer", "list", directory_kind("other") AS kind, "other", sum("n")::int AS n FROM taken GROUP BY 1, 2, 3, 4 HAVING sum("n") <> 0
  ), kept AS (
    INSERT INTO "DirectoryTally" AS t
    SELECT "viewer", "list", kind, array_agg("other" ORDER BY "other"), array_agg(n ORDER BY "other") FROM added GROUP BY 1, 2, 3
    ON CONFLICT ("viewer", "list", "kind") DO UPDATE SET ("others", "people") = (
      SELECT COALESCE(array_agg(x.other ORDER BY x.other), '{}'), COALESCE(array_agg(x.n ORDER BY x.other), '{}') FROM (
        SELECT b.other, sum(b.n)::int AS n FROM (
          SELECT * FROM unnest(t."others", t."people") UNION ALL SELECT * FROM unnest(excluded."others", excluded."people")) b (other, n)
         GROUP BY 1 HAVING sum(b.n) <> 0) x)
  )
  SELECT count(*) FROM taken INTO folded;
  RETURN folded;
END $$;
SELECT directory_fold();

-- As before, but for where it writes the counts.
CREATE OR REPLACE FUNCTION directory_follow_all() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "DirectoryPosting" SELECT l.list, l.place, e."id" FROM "DirectoryEntry" e, directory_lists(e."viewer", e."rank", e."tokens") l ORDER BY 1, 2, 3;
  CREATE TEMPORARY TABLE directory_counts ON COMMIT DROP AS
  SELECT e."viewer", 0 AS list, 0 AS other, count(*) AS n FROM "DirectoryEntry" e GROUP BY 1
  UNION ALL
  SELECT e."viewer", CASE WHEN t > 0 AND (t & 7) > 4 THEN 1 ELSE 0 END, CASE WHEN t < 0 OR (t & 7) > 4 THEN t ELSE t - (t & 7) END, count(*)
    FROM "DirectoryEntry" e, unnest(e."tokens") t WHERE t < 0 OR (t & 7) < 7 GROUP BY 1, 2, 3
  UNION ALL
  SELECT x."viewer", l, o, count(*)
    FROM (SELECT e."viewer",
                 ARRAY(SELECT CASE WHEN t < 0 THEN t ELSE t - (t & 7) END FROM unnest(e."tokens") t
                        WHERE CASE WHEN t < 0 THEN directory_kind(t) IN (2, 3) ELSE (t & 7) < 5 END) AS lists,
                 ARRAY(SELECT CASE WHEN t < 0 THEN t ELSE t - (t & 7) END FROM unnest(e."tokens") t
                        WHERE CASE WHEN t < 0 THEN directory_kind(t) IN (1, 2, 3, 6) ELSE (t & 7) < 5 END) AS others
            FROM "DirectoryEntry" e OFFSET 0) x, unnest(x.lists) l, unnest(x.others) o
   WHERE o > 0 OR directory_kind(o) = 1 OR (l > 0) = (directory_kind(o) <> 6) GROUP BY 1, 2, 3;
  INSERT INTO "DirectoryTally"
  SELECT c."viewer", c.list, directory_kind(c.other), array_agg(c.other ORDER BY c.other), array_agg(c.n::int ORDER BY c.other)
    FROM directory_counts c GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;
END $$;

-- Counts of everybody are compared wherever they are kept. The rest is as before.
CREATE OR REPLACE FUNCTION check_invariants() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'M2', m."id", 'active without a pledge' FROM "Membership" m
   WHERE m."state" IN ('ACTIVE', 'PAUSED') AND NOT EXISTS (SELECT 1 FROM "Pledge" p WHERE p."membershipId" = m."id")
  UNION ALL
  SELECT 'M1', m."id", 'state differs from the last event' FROM "Membership" m
   WHERE m."state" IS DISTINCT FROM (SELECT e."to" FROM "MembershipEvent" e WHERE e."membershipId" = m."id" ORDER BY e."at" DESC, e."id" DESC LIMIT 1)
  UNION ALL
  SELECT 'M6', a."id", 'accepted without enough deciders' FROM "Application" a JOIN "Association" s ON s."id" = a."associationId"
   WHERE a."state" = 'ACCEPTED' AND a."door" = 'APPLICATION'
     AND (SELECT count(*) FROM "ApplicationDecision" d WHERE d."applicationId" = a."id" AND d."outcome" = 'ADMIT') < 1
  UNION ALL
  SELECT 'M6', d."id", 'decided by the candidate' FROM "ApplicationDecision" d JOIN "Application" a ON a."id" = d."applicationId"
   WHERE d."deciderId" = a."memberId"
  UNION ALL
  SELECT 'M8', g."id", 'role held after leaving' FROM "RoleGrant" g JOIN "Membership" m ON m."id" = g."membershipId"
   WHERE g."state" IN ('OFFERED', 'HELD') AND m."state" IN ('LEFT', 'EXCLUDED')
  UNION ALL
  SELECT 'R3', s."id", 'open without a steward' FROM "Association" s
   WHERE s."state" = 'OPEN' AND NOT EXISTS (
     SELECT 1 FROM "RoleGrant" g JOIN "Membership" m ON m."id" = g."membershipId"
      WHERE m."associationId" = s."id" AND m."state" IN ('ACTIVE', 'PAUSED') AND g."role" = 'STEWARD' AND g."state" = 'HELD')
  UNION ALL
  SELECT 'A5', s."id", 'more members than places' FROM "Association" s
   WHERE s."memberLimit" < (SELECT count(*) FROM "Membership" m WHERE m."associationId" = s."id" AND m."state" IN ('ACTIVE', 'PAUSED'))
  UNION ALL
  SELECT 'PJ4', n."id", 'more accepted offers than seats' FROM "Need" n
   WHERE n."seats" < (SELECT count(*) FROM "NeedOffer" o WHERE o."needId" = n."id" AND o."state" = 'ACCEPTED')
  UNION ALL
  SELECT 'PJ2', p."id", 'active without a start' FROM "Project" p
   WHERE p."state" = 'ACTIVE' AND p."startedAt" IS NULL
  UNION ALL
  SELECT 'PJ7', p."id", 'completed with an open commitment' FROM "Project" p
   WHERE p."state" = 'COMPLETED' AND EXISTS (SELECT 1 FROM "Commitment" c WHERE c."projectId" = p."id" AND c."state" = 'OPEN')
  UNION ALL
  SELECT 'A2', e."memberId", 'a visitor finds a profile that is not public' FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId"
   WHERE (e."viewer" = 'VISITOR' AND NOT m."isPublic") OR (e."viewer" = 'MEMBER' AND NOT m."isListed")
  UNION ALL
  SELECT 'M3', a."id", 'an application pending of somebody who is in' FROM "Application" a
    JOIN "Membership" m ON m."associationId" = a."associationId" AND m."memberId" = a."memberId"
   WHERE a."state" = 'PENDING' AND m."state" = 'ACTIVE'
  UNION ALL
  SELECT 'M3', i."id", 'an invitation pending of somebody who is in' FROM "Invitation" i
    JOIN "Membership" m ON m."associationId" = i."associationId" AND m."memberId" = i."memberId"
   WHERE i."state" = 'PENDING' AND m."state" = 'ACTIVE'
  UNION ALL
  SELECT 'PT1', g."id", 'a role held by somebody who only listens' FROM "RoleGrant" g
   WHERE g."state" = 'HELD' AND (
     SELECT p."isListening" FROM "Pledge" p WHERE p."membershipId" = g."membershipId" ORDER BY p."acceptedAt" DESC, p."id" DESC LIMIT 1)
  UNION ALL
  SELECT 'A2', e."memberId", 'somebody suspended or erased is found' FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId"
   WHERE NOT EXISTS (SELECT 1 FROM "Account" a WHERE a."id" = m."accountId" AND a."suspendedAt" IS NULL)
  UNION ALL
  SELECT 'A3', e."memberId", 'a list of search misses its entry' FROM "DirectoryEntry" e, directory_lists(e."viewer", e."rank", e."tokens") l
   WHERE NOT EXISTS (SELECT 1 FROM "DirectoryPosting" p WHERE p."list" = l.list AND p."rank" = l.place AND p."entryId" = e."id")
  UNION ALL
  SELECT 'A3', NULL, 'list ' || p."list" || ' of search holds who is not in it' FROM "DirectoryPosting" p
    LEFT JOIN "DirectoryEntry" e ON e."id" = p."entryId"
   WHERE e."id" IS NULL OR NOT EXISTS (
     SELECT 1 FROM directory_lists(e."viewer", e."rank", e."tokens") l WHERE l.list = p."list" AND l.place = p."rank")
  UNION ALL
  SELECT 'A3', NULL, 'token ' || COALESCE(c.other, n.other) || ' of search is counted ' || COALESCE(c.n, 0) || ' times instead of ' || COALESCE(n.n, 0)
    FROM (SELECT k.viewer, k.other, sum(k.n) AS n FROM directory_kept() k WHERE k.list IN (0, 1) GROUP BY 1, 2 HAVING sum(k.n) <> 0) c
    FULL JOIN (SELECT e."viewer", d.other, count(*) AS n FROM "DirectoryEntry" e, directory_counted(e."tokens") d WHERE d.list IN (0, 1) GROUP BY 1, 2) n
      ON n."viewer" = c.viewer AND n.other = c.other
   WHERE c.n IS DISTINCT FROM n.n
$$;
