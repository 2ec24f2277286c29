-- What somebody can do and the values they hold stand in their own row: no table beside it holds 1.4 kB of keys for each person, an edit
-- of a profile writes one row, and whoever reads a person has both (docs/adr/0048).

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "competences" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "values" TEXT[] DEFAULT ARRAY[]::TEXT[];

UPDATE "Member" m SET
  "competences" = ARRAY(SELECT s."competenceId" * 8 + s."level" FROM "MemberCompetence" s WHERE s."memberId" = m."id" ORDER BY s."position", s."competenceId"),
  "values" = ARRAY(SELECT v."valueSlug" FROM "MemberValue" v WHERE v."memberId" = m."id" ORDER BY v."position", v."valueSlug");

-- DropTable
DROP TABLE "MemberCompetence";

-- DropTable
DROP TABLE "MemberValue";

-- The competences of a profile, one a row: their column holds id × 8 + level, in the order of the person.
CREATE FUNCTION competences_held(held integer[]) RETURNS TABLE ("competenceId" integer, "level" integer, "position" integer)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT h.one >> 3, h.one & 7, h.place::integer FROM unnest(held) WITH ORDINALITY h (one, place)
$$;

-- What keys and checks said of the tables: each competence once, at one of four levels; each value once; none that is not there.
ALTER TABLE "Member" ADD CONSTRAINT "member_holds" CHECK ("competences" IS NOT NULL AND "values" IS NOT NULL);
CREATE FUNCTION member_holds_known() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(NEW."competences") <> (SELECT count(DISTINCT c."id") FROM competences_held(NEW."competences") h
                                          JOIN "Competence" c ON c."id" = h."competenceId" WHERE h."level" BETWEEN 1 AND 4) THEN
    RAISE EXCEPTION 'a profile holds each competence that is there once, at a level of 1 to 4: %', NEW."competences"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'member_competences';
  END IF;
  IF cardinality(NEW."values") <> (SELECT count(*) FROM "Value" v WHERE v."slug" = ANY (NEW."values")) THEN
    RAISE EXCEPTION 'a profile holds each value that is there once: %', NEW."values" USING ERRCODE = 'check_violation', CONSTRAINT = 'member_values';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER member_holds BEFORE INSERT OR UPDATE OF "competences", "values" ON "Member" FOR EACH ROW EXECUTE FUNCTION member_holds_known();

-- Nothing that somebody holds goes away. Whoever writes a profile meanwhile is waited for, and waits.
CREATE FUNCTION held_competences_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE "Member" IN SHARE MODE;
  IF EXISTS (SELECT FROM gone g JOIN "Member" m ON EXISTS (SELECT FROM competences_held(m."competences") h WHERE h."competenceId" = g."id")) THEN
    RAISE EXCEPTION 'somebody holds this competence' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'member_competences';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER held_competences AFTER DELETE ON "Competence" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION held_competences_stay();
CREATE FUNCTION held_values_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE "Member" IN SHARE MODE;
  IF EXISTS (SELECT FROM gone g JOIN "Member" m ON g."slug" = ANY (m."values")) THEN
    RAISE EXCEPTION 'somebody holds this value' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'member_values';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER held_values AFTER DELETE ON "Value" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION held_values_stay();

-- As before, but for where competences stand. Brings what each class of viewers may find of these members (of all, when null) in line with their profiles: rules A2, PV1, PV2.
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

  WITH people AS MATERIALIZED (
    SELECT m.*, o.map, cardinality(m."competences") AS n, skills.tokens AS skill_tokens, skills.areas, skills.highest, said.tokens AS said_tokens,
           offers.ends AS offers_end, offers.titles AS offer_titles, offers.ready, offered.tokens AS offered_tokens,
           asks.ends AS asks_end, asks.titles AS ask_titles, asked.tokens AS asked_tokens
      FROM "Member" m
      JOIN "Account" a ON a."id" = m."accountId" AND a."suspendedAt" IS NULL
      CROSS JOIN LATERAL (SELECT jsonb_object_agg("field", "audience") AS map FROM "MemberFieldAudience" WHERE "memberId" = m."id") o
      CROSS JOIN LATERAL (
        SELECT array_agg(x."aboveId" * 8 + x.level) AS tokens, max(x.level) AS highest,
               array_agg(DISTINCT (SELECT c."areaSlug" FROM "Competence" c WHERE c."id" = x."aboveId")) AS areas
          FROM (SELECT l."aboveId", max(s."level") AS level FROM competences_held(m."competences") s
                 CROSS JOIN LATERAL (SELECT "aboveId" FROM "CompetenceAncestor" WHERE "competenceId" = s."competenceId" OFFSET 0) l
                 GROUP BY 1) x) skills
      CROSS JOIN LATERAL (SELECT string_to_array(btrim(regexp_replace(fold(m."headline"), '[^a-z0-9]+', ' ', 'g')), ' ') AS words OFFSET 0) spoken
      CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT l."aboveId" * 8 + 7) AS tokens
          FROM (SELECT "competenceId" FROM "CompetenceTerm"
                 WHERE "term" = ANY (ARRAY(SELECT array_to_string(spoken.words[i:i + more], ' ')
                                             FROM generate_subscripts(spoken.words, 1) i, generate_series(0, 3) more
                                            WHERE i + more <= cardinality(spoken.words))) OFFSET 0) t
         CROSS JOIN LATERAL (SELECT "aboveId" FROM "CompetenceAncestor" WHERE "competenceId" = t."competenceId" OFFSET 0) l) said
      CROSS JOIN LATERAL (
        SELECT min(x."untilOn") AS ends, string_agg(x."title", ' | ' ORDER BY x."createdAt" DESC, x."id" DESC) AS titles,
               array_remove(ARRAY[CASE WHEN count(*) > 0 THEN 'has:offers' END, CASE WHEN bool_or(x."kind" = 'TIME') THEN 'has:time' END,
                                  CASE WHEN bool_or(x."kind" = 'LISTENING') THEN 'has:listening' END], NULL) AS ready,
               array_agg(x."competenceId") AS used
          FROM "Exchange" x
         WHERE x."memberId" = m."id" AND x."side" = 'OFFER' AND x."withdrawnAt" IS NULL AND (x."untilOn" IS NULL OR x."untilOn" >= today)) offers
      CROSS JOIN LATERAL (
        SELECT min(x."untilOn") AS ends, string_agg(x."title", ' | ' ORDER BY x."createdAt" DESC, x."id" DESC) AS titles,
               array_agg(x."competenceId") AS used
          FROM "Exchange" x
         WHERE x."memberId" = m."id" AND x."side" = 'ASK' AND x."withdrawnAt" IS NULL AND (x."untilOn" IS NULL OR x."untilOn" >= today)) asks
      CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT l."aboveId" * 8 + 5) AS tokens FROM unnest(offers.used) u
         CROSS JOIN LATERAL (SELECT "aboveId" FROM "CompetenceAncestor" WHERE "competenceId" = u OFFSET 0) l) offered
      CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT l."aboveId" * 8 + 6) AS tokens FROM unnest(asks.used) u
         CROSS JOIN LATERAL (SELECT "aboveId" FROM "CompetenceAncestor" WHERE "competenceId" = u OFFSET 0) l) asked
     WHERE m."id" = ANY (ids)
  ), subjects AS MATERIALIZED (
    SELECT m.*, v.viewer,
           profile_shows(m.map, 'PHOTO', v.viewer) AS shows_photo, profile_shows(m.map, 'PLACE', v.viewer) AS shows_place,
           profile_shows(m.map, 'LANGUAGES', v.viewer) AS shows_languages,
           profile_shows(m.map, 'ABOUT', v.viewer) AS shows_about, profile_shows(m.map, 'STORY', v.viewer) AS shows_story,
           profile_shows(m.map, 'VALUE_BROUGHT', v.viewer) AS shows_brought, profile_shows(m.map, 'AUDIENCE', v.viewer) AS shows_audience,
           profile_shows(m.map, 'COMPETENCES', v.viewer) AS shows_skills, profile_shows(m.map, 'OFFERS', v.viewer) AS shows_offers,
           profile_shows(m.map, 'ASKS', v.viewer) AS shows_asks, profile_shows(m.map, 'VALUES', v.viewer) AS shows_values,
           profile_shows(m.map, 'VISION', v.viewer) AS shows_vision, profile_shows(m.map, 'MEMBERSHIPS', v.viewer) AS shows_memberships
      FROM people m
      JOIN (VALUES ('VISITOR'::"DirectoryClass"), ('MEMBER')) AS v (viewer)
        ON CASE v.viewer WHEN 'VISITOR' THEN m."isPublic" ELSE m."isListed" END
  ), seen AS MATERIALIZED (
    SELECT m.*, p."slug" AS place, fold(m."name") AS name_text,
           shows_photo::int + 2 * shows_skills::int + 4 * shows_offers::int + 8 * shows_asks::int + 16 * shows_values::int
             + 32 * shows_memberships::int AS shows,
           (shows_photo AND m."photoId" IS NOT NULL)::int + (shows_about AND m."about" <> '')::int + (p."slug" IS NOT NULL)::int
             + (shows_skills AND m.n >= 3)::int + (shows_offers AND m.offer_titles IS NOT NULL)::int AS completeness,
           LEAST(CASE WHEN shows_offers THEN m.offers_end END, CASE WHEN shows_asks THEN m.asks_end END) AS ends,
           concat_ws(' | ', m."headline",
             CASE WHEN shows_about THEN m."about" END, CASE WHEN shows_story THEN m."story" END,
             CASE WHEN shows_brought THEN m."valueBrought" END, CASE WHEN shows_audience THEN m."audience" END,
             CASE WHEN shows_vision THEN m."vision" END,
             CASE WHEN shows_offers THEN m.offer_titles END, CASE WHEN shows_asks THEN m.ask_titles END) AS texts,
           CASE WHEN shows_skills THEN m.skill_tokens || ARRAY(SELECT directory_token('area:' || a) FROM unnest(m.areas) a)
                  || CASE WHEN m.highest IS NULL THEN '{}' ELSE ARRAY[directory_token('has:level' || m.highest)] END ELSE '{}' END
             || ARRAY(SELECT t FROM unnest(m.said_tokens) t WHERE NOT shows_skills OR NOT EXISTS (SELECT FROM unnest(m.skill_tokens) s WHERE s >> 3 = t >> 3))
             || CASE WHEN shows_offers THEN COALESCE(m.offered_tokens, '{}') || ARRAY(SELECT directory_token(r) FROM unnest(m.ready) r) ELSE '{}' END
             || CASE WHEN shows_asks THEN COALESCE(m.asked_tokens, '{}')
                  || CASE WHEN m.ask_titles IS NULL THEN '{}' ELSE ARRAY[directory_token('has:asks')] END ELSE '{}' END
             || CASE WHEN shows_languages THEN ARRAY(SELECT directory_token('language:' || l) FROM unnest(m."languages") l) ELSE '{}' END
             || CASE WHEN p."slug" IS NULL THEN '{}' ELSE ARRAY[directory_token('municipality:' || p."slug"),
                  directory_token('province:' || p."provinceCode"), directory_token('region:' || p."regionSlug")] END AS tokens
      FROM subjects m
      LEFT JOIN LATERAL (SELECT * FROM "Place" WHERE "slug" = m."placeSlug" OFFSET 0) p ON m.shows_place
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
