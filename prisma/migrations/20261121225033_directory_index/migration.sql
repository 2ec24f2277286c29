-- The read model of search is made anew, so that a list of a million people answers as one of ten thousand (docs/adr/0017): rows
-- hold what is matched, counted and ordered, no copy of the profile; each competence has an ordered list of those who have it; and what
-- facets count is kept, not counted. Rows come back with `node scripts/reindex.mjs`, which the launcher runs where there are none.
DELETE FROM "DirectoryEntry";

-- DropIndex
DROP INDEX "DirectoryEntry_competenceIds_idx";

-- DropIndex
DROP INDEX "DirectoryEntry_memberId_idx";

-- DropIndex
DROP INDEX "DirectoryEntry_nameText_trgm";

-- DropIndex
DROP INDEX "DirectoryEntry_text_trgm";

-- DropIndex
DROP INDEX "DirectoryEntry_viewer_joinedAt_memberId_idx";

-- DropIndex
DROP INDEX "DirectoryEntry_viewer_nameText_memberId_idx";

-- DropIndex
DROP INDEX "DirectoryEntry_viewer_provinceCode_idx";

-- DropIndex
DROP INDEX "MemberCompetence_competenceId_level_idx";

-- AlterTable
ALTER TABLE "DirectoryEntry" DROP CONSTRAINT "DirectoryEntry_pkey",
DROP COLUMN "askIds",
DROP COLUMN "card",
DROP COLUMN "competenceIds",
DROP COLUMN "handle",
DROP COLUMN "headline",
DROP COLUMN "name",
DROP COLUMN "offerIds",
DROP COLUMN "provinceCode",
DROP COLUMN "regionSlug",
DROP COLUMN "text",
ADD COLUMN     "completeness" SMALLINT NOT NULL,
ADD COLUMN     "id" SERIAL NOT NULL,
ADD COLUMN     "rank" INTEGER NOT NULL,
ADD COLUMN     "shows" SMALLINT NOT NULL,
ADD COLUMN     "tokens" INTEGER[],
ADD COLUMN     "words" tsvector NOT NULL,
ADD CONSTRAINT "DirectoryEntry_pkey" PRIMARY KEY ("id");

-- CreateTable
CREATE TABLE "DirectoryPosting" (
    "list" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    "entryId" INTEGER NOT NULL,

    CONSTRAINT "DirectoryPosting_pkey" PRIMARY KEY ("list","rank","entryId")
);

-- CreateTable
CREATE TABLE "DirectoryCount" (
    "viewer" "DirectoryClass" NOT NULL,
    "list" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "other" INTEGER NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "DirectoryCount_pkey" PRIMARY KEY ("viewer","list","other","id")
);

-- CreateTable
CREATE TABLE "CompetenceAncestor" (
    "competenceId" INTEGER NOT NULL,
    "aboveId" INTEGER NOT NULL,

    CONSTRAINT "CompetenceAncestor_pkey" PRIMARY KEY ("competenceId","aboveId")
);

-- CreateTable
CREATE TABLE "CompetenceTerm" (
    "term" TEXT NOT NULL,
    "competenceId" INTEGER NOT NULL,

    CONSTRAINT "CompetenceTerm_pkey" PRIMARY KEY ("term","competenceId")
);

-- CreateTable
CREATE TABLE "DirectoryName" (
    "token" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "DirectoryName_pkey" PRIMARY KEY ("token")
);

-- CreateIndex
CREATE INDEX "DirectoryEntry_viewer_rank_id_idx" ON "DirectoryEntry"("viewer", "rank", "id");

-- CreateIndex
CREATE INDEX "DirectoryEntry_viewer_nameText_id_idx" ON "DirectoryEntry"("viewer", "nameText", "id");

-- CreateIndex
CREATE INDEX "DirectoryEntry_viewer_joinedAt_id_idx" ON "DirectoryEntry"("viewer", "joinedAt", "id");

-- CreateIndex
CREATE INDEX "DirectoryEntry_tokens_idx" ON "DirectoryEntry" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "DirectoryEntry_words_idx" ON "DirectoryEntry" USING GIN ("words");

-- CreateIndex
CREATE UNIQUE INDEX "DirectoryEntry_memberId_viewer_key" ON "DirectoryEntry"("memberId", "viewer");

-- AddForeignKey
ALTER TABLE "CompetenceAncestor" ADD CONSTRAINT "CompetenceAncestor_competenceId_fkey" FOREIGN KEY ("competenceId") REFERENCES "Competence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompetenceAncestor" ADD CONSTRAINT "CompetenceAncestor_aboveId_fkey" FOREIGN KEY ("aboveId") REFERENCES "Competence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompetenceTerm" ADD CONSTRAINT "CompetenceTerm_competenceId_fkey" FOREIGN KEY ("competenceId") REFERENCES "Competence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Names are searched by the words they begin with.
CREATE INDEX "DirectoryEntry_nameWords_idx" ON "DirectoryEntry" USING GIN (to_tsvector('simple'::regconfig, "nameText"));
-- An edit is worth its price at once: no pending list that the next search would have to read.
ALTER INDEX "DirectoryEntry_tokens_idx" SET (fastupdate = off);
ALTER INDEX "DirectoryEntry_words_idx" SET (fastupdate = off);
ALTER INDEX "DirectoryEntry_nameWords_idx" SET (fastupdate = off);
-- How common a word is decides how a search goes (lib/directory/plan), and within a bitmap the planner chooses by both.
ALTER TABLE "DirectoryEntry" ALTER COLUMN "tokens" SET STATISTICS 500, ALTER COLUMN "words" SET STATISTICS 500;

-- Most texts are Italian: their few accents go by a table, all others by the rules of Unicode as before.
ALTER FUNCTION fold(text) RENAME TO fold_unicode;
CREATE FUNCTION fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN lower(words) ~ '^[\x01-\x7fàèéìòù’]*$'
    THEN btrim(regexp_replace(translate(lower(words), 'àèéìòù’`', 'aeeiou'''''), '[ \t\n\v\f\r]{2,}|[\t\n\v\f\r]', ' ', 'g'))
    ELSE public.fold_unicode(words) END
$$;

-- The number of a name like «region:emilia-romagna», below zero; its kind, told by the first letter, stands in the upper bits. A test
-- holds that all names of the taxonomy have different ones.
CREATE FUNCTION directory_token(name text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT -1 - ((CASE ascii(name) WHEN 97 THEN 1 WHEN 114 THEN 2 WHEN 112 THEN 3 WHEN 109 THEN 4 WHEN 108 THEN 5 ELSE 6 END << 26) | (hashtext(name) & 67108863))
$$;
CREATE FUNCTION directory_kind(token integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (-1 - token) >> 26
$$;
-- Everything that has a token, competences by that of no aspect. What a search may ask for is read from here once by each process.
CREATE FUNCTION directory_names() RETURNS TABLE (token integer, kind text, slug text) LANGUAGE sql STABLE AS $$
  SELECT "id" * 8, 'competences', "slug" FROM "Competence"
  UNION ALL SELECT DISTINCT directory_token('area:' || "areaSlug"), 'areas', "areaSlug" FROM "Competence"
  UNION ALL SELECT DISTINCT directory_token('region:' || "regionSlug"), 'regions', "regionSlug" FROM "Place"
  UNION ALL SELECT DISTINCT directory_token('province:' || "provinceCode"), 'provinces', "provinceCode" FROM "Place"
  UNION ALL SELECT directory_token('municipality:' || "slug"), 'municipalities', "slug" FROM "Place"
  UNION ALL SELECT directory_token('language:' || chr(a) || chr(b)), 'languages', chr(a) || chr(b) FROM generate_series(97, 122) a, generate_series(97, 122) b
  UNION ALL SELECT directory_token('has:' || n), 'has', n
    FROM unnest(ARRAY['offers', 'asks', 'time', 'listening', 'level1', 'level2', 'level3', 'level4']) n
$$;

-- One word of a search: its stem in either language, or the beginning of a word or name.
CREATE FUNCTION directory_word(word text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT to_tsquery('italian', word) || to_tsquery('english', word) || to_tsquery('simple', word || ':*')
$$;
-- All of the words; they must be folded and hold letters and figures only.
CREATE FUNCTION directory_words(words text[]) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE result tsquery; w text;
BEGIN
  FOREACH w IN ARRAY words LOOP result := CASE WHEN result IS NULL THEN directory_word(w) ELSE result && directory_word(w) END; END LOOP;
  RETURN result;
END $$;

-- The static order: 23 bits, smaller first: completeness, then the month of the last change, then a fixed shuffle.
CREATE FUNCTION directory_month_of(instant timestamptz) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT LEAST(1023, GREATEST(0, (EXTRACT(year FROM instant AT TIME ZONE 'UTC')::int - 2020) * 12 + EXTRACT(month FROM instant AT TIME ZONE 'UTC')::int))
$$;
CREATE FUNCTION directory_rank(completeness integer, changed timestamptz, member uuid) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ((7 - completeness) << 20) | ((1023 - directory_month_of(changed)) << 10) | (hashtext(member::text) & 1023)
$$;
CREATE FUNCTION directory_month(rank integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT 1023 - ((rank >> 10) & 1023) $$;

-- The ordered lists an entry stands in.
CREATE FUNCTION directory_lists(viewer "DirectoryClass", rank integer, tokens integer[]) RETURNS TABLE (list integer, place integer)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (t >> 3) * 2 + (viewer = 'MEMBER')::int, ((4 - (t & 7) % 7) << 24) + rank FROM unnest(tokens) t WHERE t > 0 AND (t & 7) NOT IN (5, 6)
$$;

-- Where an entry stands in the lists of several competences (id × 8): its best place.
CREATE FUNCTION directory_place(rank integer, tokens integer[], wanted integer[]) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT min((4 - (t & 7) % 7) << 24) + rank FROM unnest(tokens) t WHERE (t & 7) NOT IN (5, 6) AND t - (t & 7) = ANY (wanted)
$$;

-- What is counted of an entry: in which lists it stands, and in which others at the same time. Own competences are id × 8; 0 is
-- everybody, 1 everybody again for what is offered and asked for, so that facets need not read it.
CREATE FUNCTION directory_counted(tokens integer[]) RETURNS TABLE (list integer, other integer) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH own AS MATERIALIZED (
    SELECT CASE WHEN t < 0 THEN t WHEN (t & 7) < 5 THEN t - (t & 7) ELSE t END AS token,
           CASE WHEN t < 0 THEN directory_kind(t) WHEN (t & 7) < 5 THEN 0 ELSE 10 END AS kind
      FROM unnest(tokens) t WHERE t < 0 OR (t & 7) < 7
  )
  SELECT 0, 0
  UNION ALL SELECT CASE kind WHEN 10 THEN 1 ELSE 0 END, token FROM own
  UNION ALL SELECT l.token, o.token FROM own l, own o
   WHERE l.kind IN (0, 2, 3) AND (o.kind IN (0, 1) OR (l.kind = 0 AND o.kind IN (2, 3)) OR (l.kind <> 0 AND o.kind = 6))
$$;

CREATE FUNCTION directory_follow_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('tessera.bulk', true) = 'on' THEN RETURN NULL; END IF;
  INSERT INTO "DirectoryPosting" SELECT l.list, l.place, c."id" FROM come c, directory_lists(c."viewer", c."rank", c."tokens") l;
  INSERT INTO "DirectoryCount" ("viewer", "list", "other", "n")
    SELECT c."viewer", p.list, p.other, count(*) FROM come c, directory_counted(c."tokens") p GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
CREATE FUNCTION directory_follow_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "DirectoryPosting" p USING gone g, directory_lists(g."viewer", g."rank", g."tokens") l
   WHERE p."list" = l.list AND p."rank" = l.place AND p."entryId" = g."id";
  INSERT INTO "DirectoryCount" ("viewer", "list", "other", "n")
    SELECT g."viewer", p.list, p.other, -count(*) FROM gone g, directory_counted(g."tokens") p GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
CREATE FUNCTION directory_follow_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "DirectoryPosting" p
   USING gone g JOIN come c USING ("id"), directory_lists(g."viewer", g."rank", g."tokens") l
   WHERE (g."rank", g."tokens") IS DISTINCT FROM (c."rank", c."tokens") AND p."list" = l.list AND p."rank" = l.place AND p."entryId" = g."id";
  INSERT INTO "DirectoryPosting"
    SELECT l.list, l.place, c."id" FROM gone g JOIN come c USING ("id"), directory_lists(c."viewer", c."rank", c."tokens") l
     WHERE (g."rank", g."tokens") IS DISTINCT FROM (c."rank", c."tokens");
  INSERT INTO "DirectoryCount" ("viewer", "list", "other", "n")
    SELECT viewer, list, other, sum(n) FROM (
      SELECT c."viewer", p.list, p.other, 1 AS n FROM gone g JOIN come c USING ("id"), directory_counted(c."tokens") p WHERE g."tokens" <> c."tokens"
      UNION ALL
      SELECT g."viewer", p.list, p.other, -1 FROM gone g JOIN come c USING ("id"), directory_counted(g."tokens") p WHERE g."tokens" <> c."tokens") d
     GROUP BY 1, 2, 3 HAVING sum(n) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER directory_insert AFTER INSERT ON "DirectoryEntry" REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION directory_follow_insert();
CREATE TRIGGER directory_delete AFTER DELETE ON "DirectoryEntry" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION directory_follow_delete();
CREATE TRIGGER directory_update AFTER UPDATE ON "DirectoryEntry" REFERENCING OLD TABLE AS gone NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION directory_follow_update();

-- Adds up the changes of each count. Those written meanwhile stay apart until the next time. Returns the rows it took away.
CREATE FUNCTION directory_fold() RETURNS bigint LANGUAGE sql AS $$
  WITH grown AS (
    SELECT "viewer", "list" FROM "DirectoryCount" GROUP BY 1, 2 HAVING count(*) > count(DISTINCT "other")
  ), taken AS (
    DELETE FROM "DirectoryCount" c USING grown g WHERE c."viewer" = g."viewer" AND c."list" = g."list" RETURNING c.*
  ), kept AS (
    INSERT INTO "DirectoryCount" ("viewer", "list", "other", "n")
    SELECT "viewer", "list", "other", sum("n") FROM taken GROUP BY 1, 2, 3 HAVING sum("n") <> 0 RETURNING 1
  )
  SELECT (SELECT count(*) FROM taken) - (SELECT count(*) FROM kept)
$$;

-- Brings what each class of viewers may find of these members (of all, when null) in line with their profiles: rules A2, PV1, PV2.
-- Writes only what differs; returns the rows written or taken away. The month of a new entry is that of the arrival, and later that in
-- which something that its class sees was written: what is changed in closed parts moves nobody.
CREATE OR REPLACE FUNCTION directory_refresh(members uuid[]) RETURNS integer LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  ids uuid[] := COALESCE(members, ARRAY(SELECT "id" FROM "Member"));
  today date := (now() AT TIME ZONE 'Europe/Rome')::date;
  written integer;
BEGIN
  -- Two refreshes of one member take turns, in one order, so that neither meets half of the other.
  PERFORM 1 FROM "Member" WHERE "id" = ANY (ids) ORDER BY "id" FOR NO KEY UPDATE;

  WITH overrides AS (
    SELECT "memberId", jsonb_object_agg("field", "audience") AS map FROM "MemberFieldAudience" WHERE "memberId" = ANY (ids) GROUP BY 1
  ), own AS (
    SELECT "memberId", count(*) AS n FROM "MemberCompetence" WHERE "memberId" = ANY (ids) GROUP BY 1
  ), skills AS (
    SELECT "memberId", array_agg("aboveId" * 8 + level) AS tokens, array_agg(DISTINCT area) AS areas, max(level) AS highest
      FROM (SELECT s."memberId", a."aboveId", max(s."level") AS level, c."areaSlug" AS area
              FROM "MemberCompetence" s JOIN "CompetenceAncestor" a USING ("competenceId") JOIN "Competence" c ON c."id" = a."aboveId"
             WHERE s."memberId" = ANY (ids) GROUP BY 1, 2, 4) x GROUP BY 1
  ), spoken AS MATERIALIZED (
    SELECT "id", string_to_array(btrim(regexp_replace(fold("headline"), '[^a-z0-9]+', ' ', 'g')), ' ') AS words
      FROM "Member" WHERE "id" = ANY (ids)
  ), said AS (
    SELECT m."id" AS "memberId", array_agg(DISTINCT a."aboveId" * 8 + 7) AS tokens
      FROM spoken m
      CROSS JOIN LATERAL generate_subscripts(m.words, 1) i CROSS JOIN generate_series(0, 3) more
      JOIN "CompetenceTerm" t ON t."term" = array_to_string(m.words[i:i + more], ' ')
      JOIN "CompetenceAncestor" a ON a."competenceId" = t."competenceId"
     WHERE i + more <= cardinality(m.words) GROUP BY 1
  ), standing AS (
    SELECT x.* FROM "Exchange" x
     WHERE x."memberId" = ANY (ids) AND x."withdrawnAt" IS NULL AND (x."untilOn" IS NULL OR x."untilOn" >= today)
  ), exchanges AS (
    SELECT "memberId", "side", min("untilOn") AS ends, string_agg("title", ' | ' ORDER BY "createdAt" DESC, "id" DESC) AS titles,
           array_remove(ARRAY['has:offers', CASE WHEN bool_or("kind" = 'TIME') THEN 'has:time' END,
                              CASE WHEN bool_or("kind" = 'LISTENING') THEN 'has:listening' END], NULL) AS ready
      FROM standing GROUP BY 1, 2
  ), used AS (
    SELECT x."memberId", x."side", array_agg(DISTINCT a."aboveId" * 8 + CASE x."side" WHEN 'OFFER' THEN 5 ELSE 6 END) AS tokens
      FROM standing x JOIN "CompetenceAncestor" a ON a."competenceId" = x."competenceId" GROUP BY 1, 2
  ), subjects AS (
    SELECT m.*, v.viewer,
           profile_shows(o.map, 'PHOTO', v.viewer) AS shows_photo, profile_shows(o.map, 'PLACE', v.viewer) AS shows_place,
           profile_shows(o.map, 'LANGUAGES', v.viewer) AS shows_languages,
           profile_shows(o.map, 'ABOUT', v.viewer) AS shows_about, profile_shows(o.map, 'STORY', v.viewer) AS shows_story,
           profile_shows(o.map, 'VALUE_BROUGHT', v.viewer) AS shows_brought, profile_shows(o.map, 'AUDIENCE', v.viewer) AS shows_audience,
           profile_shows(o.map, 'COMPETENCES', v.viewer) AS shows_skills, profile_shows(o.map, 'OFFERS', v.viewer) AS shows_offers,
           profile_shows(o.map, 'ASKS', v.viewer) AS shows_asks, profile_shows(o.map, 'VALUES', v.viewer) AS shows_values,
           profile_shows(o.map, 'VISION', v.viewer) AS shows_vision, profile_shows(o.map, 'MEMBERSHIPS', v.viewer) AS shows_memberships
      FROM "Member" m
      JOIN "Account" a ON a."id" = m."accountId" AND a."suspendedAt" IS NULL
      JOIN (VALUES ('VISITOR'::"DirectoryClass"), ('MEMBER')) AS v (viewer)
        ON CASE v.viewer WHEN 'VISITOR' THEN m."isPublic" ELSE m."isListed" END
      LEFT JOIN overrides o ON o."memberId" = m."id"
     WHERE m."id" = ANY (ids)
  ), seen AS (
    SELECT m.*, p."slug" AS place, fold(m."name") AS name_text,
           shows_photo::int + 2 * shows_skills::int + 4 * shows_offers::int + 8 * shows_asks::int + 16 * shows_values::int
             + 32 * shows_memberships::int AS shows,
           (shows_photo AND m."photoId" IS NOT NULL)::int + (shows_about AND m."about" <> '')::int + (p."slug" IS NOT NULL)::int
             + (shows_skills AND COALESCE(own.n, 0) >= 3)::int + (shows_offers AND offers.titles IS NOT NULL)::int AS completeness,
           LEAST(CASE WHEN shows_offers THEN offers.ends END, CASE WHEN shows_asks THEN asks.ends END) AS ends,
           concat_ws(' | ', m."headline",
             CASE WHEN shows_about THEN m."about" END, CASE WHEN shows_story THEN m."story" END,
             CASE WHEN shows_brought THEN m."valueBrought" END, CASE WHEN shows_audience THEN m."audience" END,
             CASE WHEN shows_vision THEN m."vision" END,
             CASE WHEN shows_offers THEN offers.titles END, CASE WHEN shows_asks THEN asks.titles END) AS texts,
           CASE WHEN shows_skills THEN skills.tokens || ARRAY(SELECT directory_token('area:' || a) FROM unnest(skills.areas) a)
                  || CASE WHEN skills.highest IS NULL THEN '{}' ELSE ARRAY[directory_token('has:level' || skills.highest)] END ELSE '{}' END
             || ARRAY(SELECT t FROM unnest(said.tokens) t WHERE NOT shows_skills OR NOT EXISTS (SELECT FROM unnest(skills.tokens) s WHERE s >> 3 = t >> 3))
             || CASE WHEN shows_offers THEN COALESCE(offered.tokens, '{}') || ARRAY(SELECT directory_token(r) FROM unnest(offers.ready) r) ELSE '{}' END
             || CASE WHEN shows_asks THEN COALESCE(asked.tokens, '{}')
                  || CASE WHEN asks.titles IS NULL THEN '{}' ELSE ARRAY[directory_token('has:asks')] END ELSE '{}' END
             || CASE WHEN shows_languages THEN ARRAY(SELECT directory_token('language:' || l) FROM unnest(m."languages") l) ELSE '{}' END
             || CASE WHEN p."slug" IS NULL THEN '{}' ELSE ARRAY[directory_token('municipality:' || p."slug"),
                  directory_token('province:' || p."provinceCode"), directory_token('region:' || p."regionSlug")] END AS tokens
      FROM subjects m
      LEFT JOIN "Place" p ON p."slug" = m."placeSlug" AND shows_place
      LEFT JOIN own ON own."memberId" = m."id"
      LEFT JOIN skills ON skills."memberId" = m."id"
      LEFT JOIN said ON said."memberId" = m."id"
      LEFT JOIN exchanges offers ON offers."memberId" = m."id" AND offers."side" = 'OFFER'
      LEFT JOIN exchanges asks ON asks."memberId" = m."id" AND asks."side" = 'ASK'
      LEFT JOIN used offered ON offered."memberId" = m."id" AND offered."side" = 'OFFER'
      LEFT JOIN used asked ON asked."memberId" = m."id" AND asked."side" = 'ASK'
  ), fresh AS MATERIALIZED (
    SELECT "id" AS "memberId", viewer, directory_rank(completeness, "joinedAt", "id") AS rank, completeness, shows, place,
           ARRAY(SELECT t FROM unnest(tokens) t ORDER BY t) AS tokens, name_text,
           strip(to_tsvector(CASE "contentLocale" WHEN 'en' THEN 'english' ELSE 'italian' END::regconfig, fold(texts)))
             || strip(to_tsvector('simple', name_text)) AS words,
           "joinedAt", ends
      FROM seen
  ), gone AS (
    DELETE FROM "DirectoryEntry" e
     WHERE e."memberId" = ANY (ids) AND NOT EXISTS (SELECT FROM fresh f WHERE f."memberId" = e."memberId" AND f.viewer = e."viewer") RETURNING 1
  ), kept AS (
    INSERT INTO "DirectoryEntry" AS e ("memberId", "viewer", "rank", "completeness", "shows", "placeSlug", "tokens", "words", "nameText",
      "joinedAt", "freshUntilOn", "updatedAt")
    SELECT "memberId", viewer, rank, completeness, shows, place, tokens, words, name_text, "joinedAt", ends, now() FROM fresh
    ON CONFLICT ("memberId", "viewer") DO UPDATE SET
      "rank" = directory_rank(excluded."completeness", now(), e."memberId"), "completeness" = excluded."completeness", "shows" = excluded."shows",
      "placeSlug" = excluded."placeSlug", "tokens" = excluded."tokens", "words" = excluded."words", "nameText" = excluded."nameText",
      "joinedAt" = excluded."joinedAt", "freshUntilOn" = excluded."freshUntilOn", "updatedAt" = now()
     WHERE (e."completeness", e."shows", e."placeSlug", e."tokens", e."words", e."nameText", e."joinedAt", e."freshUntilOn") IS DISTINCT FROM
           (excluded."completeness", excluded."shows", excluded."placeSlug", excluded."tokens", excluded."words", excluded."nameText",
            excluded."joinedAt", excluded."freshUntilOn")
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM kept) INTO written;
  RETURN written;
END $$;

-- Everything that follows from the entries, made at once: for a rebuild, which fills the entries while the triggers keep still. Pairs
-- are counted as directory_counted gives them, without asking it a million times.
CREATE FUNCTION directory_follow_all() RETURNS void LANGUAGE plpgsql AS $$
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
  INSERT INTO "DirectoryCount" ("viewer", "list", "other", "n") SELECT c."viewer", c.list, c.other, c.n FROM directory_counts c ORDER BY 1, 2, 3;
END $$;

-- What stands above each competence, until the taxonomy writes it again.
INSERT INTO "CompetenceAncestor" ("competenceId", "aboveId")
WITH RECURSIVE lineage AS (
  SELECT "id", "id" AS above, "parentSlug" FROM "Competence"
  UNION ALL
  SELECT l."id", p."id", p."parentSlug" FROM lineage l JOIN "Competence" p ON p."slug" = l."parentSlug"
)
SELECT "id", above FROM lineage;

-- Two more things that must follow one another: ordered lists and counts of everybody, as the entries say. The rest is as before.
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
    FROM (SELECT "viewer", "other", sum("n") AS n FROM "DirectoryCount" WHERE "list" IN (0, 1) GROUP BY 1, 2 HAVING sum("n") <> 0) c
    FULL JOIN (SELECT e."viewer", d.other, count(*) AS n FROM "DirectoryEntry" e, directory_counted(e."tokens") d WHERE d.list IN (0, 1) GROUP BY 1, 2) n
      ON n."viewer" = c."viewer" AND n.other = c.other
   WHERE c.n IS DISTINCT FROM n.n
$$;
