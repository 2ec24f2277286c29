-- What search shows of somebody is read person by person, by keys: the taxonomy was read whole for each edit, and in a batch
-- everybody was compared with everybody. Nothing else changes in what is written.

-- Its body only holds what is read from the statement: so it can be part of the statement that asks it, and is no call of its own.
ALTER FUNCTION profile_shows(jsonb, "ProfileField", "DirectoryClass") STABLE;

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

  WITH people AS MATERIALIZED (
    SELECT m.*, o.map, own.n, skills.tokens AS skill_tokens, skills.areas, skills.highest, said.tokens AS said_tokens,
           offers.ends AS offers_end, offers.titles AS offer_titles, offers.ready, offered.tokens AS offered_tokens,
           asks.ends AS asks_end, asks.titles AS ask_titles, asked.tokens AS asked_tokens
      FROM "Member" m
      JOIN "Account" a ON a."id" = m."accountId" AND a."suspendedAt" IS NULL
      CROSS JOIN LATERAL (SELECT jsonb_object_agg("field", "audience") AS map FROM "MemberFieldAudience" WHERE "memberId" = m."id") o
      CROSS JOIN LATERAL (SELECT count(*) AS n FROM "MemberCompetence" WHERE "memberId" = m."id") own
      CROSS JOIN LATERAL (
        SELECT array_agg(x."aboveId" * 8 + x.level) AS tokens, max(x.level) AS highest,
               array_agg(DISTINCT (SELECT c."areaSlug" FROM "Competence" c WHERE c."id" = x."aboveId")) AS areas
          FROM (SELECT l."aboveId", max(s."level") AS level FROM "MemberCompetence" s
                 CROSS JOIN LATERAL (SELECT "aboveId" FROM "CompetenceAncestor" WHERE "competenceId" = s."competenceId" OFFSET 0) l
                 WHERE s."memberId" = m."id" GROUP BY 1) x) skills
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

-- Nothing follows where nothing was written: an edit that search does not show ends here. The rest is as before.
CREATE OR REPLACE FUNCTION directory_follow_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('tessera.bulk', true) = 'on' OR NOT EXISTS (SELECT FROM come) THEN RETURN NULL; END IF;
  INSERT INTO "DirectoryPosting" SELECT l.list, l.place, c."id" FROM come c, directory_lists(c."viewer", c."rank", c."tokens") l;
  INSERT INTO "DirectoryCount" ("viewer", "list", "other", "n")
    SELECT c."viewer", p.list, p.other, count(*) FROM come c, directory_counted(c."tokens") p GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION directory_follow_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM gone) THEN RETURN NULL; END IF;
  DELETE FROM "DirectoryPosting" p USING gone g, directory_lists(g."viewer", g."rank", g."tokens") l
   WHERE p."list" = l.list AND p."rank" = l.place AND p."entryId" = g."id";
  INSERT INTO "DirectoryCount" ("viewer", "list", "other", "n")
    SELECT g."viewer", p.list, p.other, -count(*) FROM gone g, directory_counted(g."tokens") p GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION directory_follow_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM gone) THEN RETURN NULL; END IF;
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

