-- The ordered lists of search stand in chunks: 8 bytes a place instead of 76 (docs/adr/0032). Editors append what changes; readers take
-- both together; a job folds changes into chunks. What stands in lists is carried over.

-- CreateTable
CREATE TABLE "DirectoryChunk" (
    "list" INTEGER NOT NULL,
    "first" BIGINT NOT NULL,
    "places" BIGINT[],

    CONSTRAINT "DirectoryChunk_pkey" PRIMARY KEY ("list","first")
);

-- CreateTable
CREATE TABLE "DirectoryMove" (
    "list" INTEGER NOT NULL,
    "place" BIGINT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "n" SMALLINT NOT NULL,

    CONSTRAINT "DirectoryMove_pkey" PRIMARY KEY ("list","place","id")
);

-- Four rows of 240 places fill a page; none is ever moved out of its row.
ALTER TABLE "DirectoryChunk" ALTER COLUMN "places" SET STORAGE PLAIN;

-- The places of an entry in the ordered lists it stands in.
CREATE FUNCTION directory_places(entry integer, viewer "DirectoryClass", rank integer, tokens integer[]) RETURNS TABLE (list integer, place bigint)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (t >> 3) * 2 + (viewer = 'MEMBER')::int, ((((4 - (t & 7) % 7) << 24) + rank)::bigint << 32) | entry
    FROM unnest(tokens) t WHERE t > 0 AND (t & 7) NOT IN (5, 6)
$$;

-- Every place that lists hold, chunks and changes added up.
CREATE FUNCTION directory_listed() RETURNS TABLE (list integer, place bigint, n bigint) LANGUAGE sql STABLE AS $$
  SELECT x."list", x.place, sum(x.n) FROM (
    SELECT c."list", p.place, 1 AS n FROM "DirectoryChunk" c, unnest(c."places") p (place)
    UNION ALL SELECT m."list", m."place", m."n" FROM "DirectoryMove" m) x
   GROUP BY 1, 2 HAVING sum(x.n) <> 0
$$;

INSERT INTO "DirectoryChunk"
SELECT "list", CASE WHEN part = 0 THEN 0 ELSE min(place) END, array_agg(place ORDER BY place) FROM (
  SELECT "list", ("rank"::bigint << 32) | "entryId" AS place, (row_number() OVER (PARTITION BY "list" ORDER BY "rank", "entryId") - 1) / 240 AS part
    FROM "DirectoryPosting") x
 GROUP BY "list", part;

-- DropTable
DROP TABLE "DirectoryPosting";

-- Nothing follows where nothing was written, nor while everything is made anew.
CREATE OR REPLACE FUNCTION directory_follow_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('tessera.bulk', true) = 'on' OR NOT EXISTS (SELECT FROM come) THEN RETURN NULL; END IF;
  INSERT INTO "DirectoryMove" ("list", "place", "n")
    SELECT l.list, l.place, 1 FROM come c, directory_places(c."id", c."viewer", c."rank", c."tokens") l;
  INSERT INTO "DirectoryCount" ("viewer", "list", "other", "n")
    SELECT c."viewer", p.list, p.other, count(*) FROM come c, directory_counted(c."tokens") p GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION directory_follow_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM gone) THEN RETURN NULL; END IF;
  INSERT INTO "DirectoryMove" ("list", "place", "n")
    SELECT l.list, l.place, -1 FROM gone g, directory_places(g."id", g."viewer", g."rank", g."tokens") l;
  INSERT INTO "DirectoryCount" ("viewer", "list", "other", "n")
    SELECT g."viewer", p.list, p.other, -count(*) FROM gone g, directory_counted(g."tokens") p GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION directory_follow_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('tessera.bulk', true) = 'on' OR NOT EXISTS (SELECT FROM gone) THEN RETURN NULL; END IF;
  INSERT INTO "DirectoryMove" ("list", "place", "n")
    SELECT l.list, l.place, sum(l.n) FROM gone g JOIN come c USING ("id") CROSS JOIN LATERAL (
      SELECT x.list, x.place, -1 AS n FROM directory_places(g."id", g."viewer", g."rank", g."tokens") x
      UNION ALL SELECT y.list, y.place, 1 FROM directory_places(c."id", c."viewer", c."rank", c."tokens") y) l
     WHERE g."rank" <> c."rank" OR g."tokens" <> c."tokens"
     GROUP BY 1, 2 HAVING sum(l.n) <> 0;
  INSERT INTO "DirectoryCount" ("viewer", "list", "other", "n")
    SELECT viewer, list, other, sum(n) FROM (
      SELECT c."viewer", p.list, p.other, 1 AS n FROM gone g JOIN come c USING ("id"), directory_counted(c."tokens") p WHERE g."tokens" <> c."tokens"
      UNION ALL
      SELECT g."viewer", p.list, p.other, -1 FROM gone g JOIN come c USING ("id"), directory_counted(g."tokens") p WHERE g."tokens" <> c."tokens") d
     GROUP BY 1, 2, 3 HAVING sum(n) <> 0;
  RETURN NULL;
END $$;

-- Folds the changes of some lists into their chunks, always all changes of a list: lists in order, until they hold so many, at least one
-- list. Changes written meanwhile stay apart until the next time: nobody who edits waits. A chunk of more than 240 is cut into equal
-- parts, one that is left with less than 60 joins the one before it, an empty one goes. Returns how many changes it took away.
CREATE FUNCTION directory_fold_lists(at_most integer) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  chosen integer[];
  folded bigint;
  lists integer[];
  firsts bigint[];
  before bigint;
BEGIN
  -- Two folds take turns; those who read lists do not wait.
  LOCK "DirectoryChunk" IN SHARE ROW EXCLUSIVE MODE;
  chosen := ARRAY(SELECT s."list" FROM (
    SELECT m."list", sum(count(*)) OVER (ORDER BY m."list") - count(*) AS earlier FROM "DirectoryMove" m GROUP BY 1) s WHERE s.earlier < at_most);
  WITH taken AS MATERIALIZED (
    DELETE FROM "DirectoryMove" WHERE "list" = ANY (chosen) RETURNING "list", "place", "n"
  ), net AS (
    SELECT "list", "place", sum("n") AS n FROM taken GROUP BY 1, 2 HAVING sum("n") <> 0
  ), touched AS MATERIALIZED (
    SELECT x."list", x."first", c."places", x.come, x.gone FROM (
      SELECT n."list", COALESCE(s."first", 0) AS "first",
             array_agg(n."place") FILTER (WHERE n.n > 0) AS come, array_agg(n."place") FILTER (WHERE n.n < 0) AS gone
        FROM net n LEFT JOIN LATERAL (
          SELECT c."first" FROM "DirectoryChunk" c WHERE c."list" = n."list" AND c."first" <= n."place" ORDER BY c."first" DESC LIMIT 1) s ON TRUE
       GROUP BY 1, 2) x LEFT JOIN "DirectoryChunk" c ON c."list" = x."list" AND c."first" = x."first"
  ), standing AS MATERIALIZED (
    SELECT t."list", t."first", p.place, row_number() OVER (PARTITION BY t."list", t."first" ORDER BY p.place) - 1 AS i,
           count(*) OVER (PARTITION BY t."list", t."first") AS n
      FROM touched t CROSS JOIN LATERAL (
        (SELECT unnest(t."places") EXCEPT SELECT unnest(t.gone)) UNION SELECT unnest(t.come)) p (place)
  ), emptied AS (
    DELETE FROM "DirectoryChunk" c USING touched t WHERE c."list" = t."list" AND c."first" = t."first"
       AND NOT EXISTS (SELECT FROM standing s WHERE s."list" = t."list" AND s."first" = t."first")
  ), made AS (
    INSERT INTO "DirectoryChunk" AS c
    SELECT s."list", CASE WHEN s.part = 0 THEN s."first" ELSE min(s.place) END, array_agg(s.place ORDER BY s.place)
      FROM (SELECT s.*, s.i * ((s.n + 239) / 240) / s.n AS part FROM standing s) s GROUP BY s."list", s."first", s.part
    ON CONFLICT ("list", "first") DO UPDATE SET "places" = excluded."places" RETURNING c."list", c."first", cardinality(c."places") AS n
  )
  SELECT (SELECT count(*) FROM taken), array_agg(m."list" ORDER BY m."list", m."first" DESC), array_agg(m."first" ORDER BY m."list", m."first" DESC)
    FROM made m WHERE m.n < 60 INTO folded, lists, firsts;

  FOR i IN 1 .. COALESCE(cardinality(lists), 0) LOOP
    SELECT max(c."first") FROM "DirectoryChunk" c WHERE c."list" = lists[i] AND c."first" < firsts[i] INTO before;
    WITH small AS (
      SELECT s."list", s."first", b."places" || s."places" AS places FROM "DirectoryChunk" s JOIN "DirectoryChunk" b ON b."list" = s."list" AND b."first" = before
       WHERE s."list" = lists[i] AND s."first" = firsts[i] AND cardinality(b."places") + cardinality(s."places") <= 180
    ), gone AS (
      DELETE FROM "DirectoryChunk" c USING small s WHERE c."list" = s."list" AND c."first" = s."first"
    )
    UPDATE "DirectoryChunk" c SET "places" = s.places FROM small s WHERE c."list" = s."list" AND c."first" = before;
  END LOOP;
  RETURN folded;
END $$;

-- As before, but for the lists: one sorted aggregate.
CREATE OR REPLACE FUNCTION directory_follow_all() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "DirectoryChunk"
  SELECT x.list, CASE WHEN x.part = 0 THEN 0 ELSE min(x.place) END, array_agg(x.place ORDER BY x.place) FROM (
    SELECT l.list, l.place, (row_number() OVER (PARTITION BY l.list ORDER BY l.place) - 1) / 240 AS part
      FROM "DirectoryEntry" e, directory_places(e."id", e."viewer", e."rank", e."tokens") l) x
   GROUP BY x.list, x.part;
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

-- Both that lists hold whom they should, and that chunks are in order. The rest is as before.
CREATE OR REPLACE FUNCTION invariants_of_directory() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'A2', e."memberId", 'a visitor finds a profile that is not public' FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId"
   WHERE (e."viewer" = 'VISITOR' AND NOT m."isPublic") OR (e."viewer" = 'MEMBER' AND NOT m."isListed")
  UNION ALL
  SELECT 'A2', e."memberId", 'somebody suspended or erased is found' FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId"
   WHERE NOT EXISTS (SELECT 1 FROM "Account" a WHERE a."id" = m."accountId" AND a."suspendedAt" IS NULL)
  UNION ALL
  SELECT 'A3', NULL, 'list ' || COALESCE(k.list, l.list) || ' of search holds entry ' || (COALESCE(k.place, l.place) & 4294967295) || ' '
         || COALESCE(k.n, 0) || ' times instead of ' || COALESCE(l.n, 0) || ' at ' || (COALESCE(k.place, l.place) >> 32)
    FROM directory_listed() k
    FULL JOIN (SELECT p.list, p.place, 1 AS n FROM "DirectoryEntry" e, directory_places(e."id", e."viewer", e."rank", e."tokens") p) l
      ON l.list = k.list AND l.place = k.place
   WHERE k.n IS DISTINCT FROM l.n
  UNION ALL
  SELECT 'A3', NULL, 'a chunk of list ' || c."list" || ' of search is out of order' FROM (
    SELECT c.*, lead(c."first") OVER (PARTITION BY c."list" ORDER BY c."first") AS beyond FROM "DirectoryChunk" c) c
   WHERE cardinality(c."places") NOT BETWEEN 1 AND 240 OR c."places"[1] < c."first" OR c."places"[cardinality(c."places")] >= c.beyond
      OR c."places" <> ARRAY(SELECT p FROM unnest(c."places") p ORDER BY p)
  UNION ALL
  SELECT 'A3', NULL, 'token ' || COALESCE(c.other, n.other) || ' of search is counted ' || COALESCE(c.n, 0) || ' times instead of ' || COALESCE(n.n, 0)
    FROM (SELECT k.viewer, k.other, sum(k.n) AS n FROM directory_kept() k WHERE k.list IN (0, 1) GROUP BY 1, 2 HAVING sum(k.n) <> 0) c
    FULL JOIN (SELECT e."viewer", d.other, count(*) AS n FROM "DirectoryEntry" e, directory_counted(e."tokens") d WHERE d.list IN (0, 1) GROUP BY 1, 2) n
      ON n."viewer" = c.viewer AND n.other = c.other
   WHERE c.n IS DISTINCT FROM n.n
$$;

DROP FUNCTION directory_lists("DirectoryClass", integer, integer[]);
