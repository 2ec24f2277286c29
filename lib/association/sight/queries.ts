import "server-only";
import { type Sql, sql } from "@/lib/db/sql";

/** Columns shared by everything that shows associations. Alias: o is the association. */

/** The charter of o in force. */
export const CHARTER_IN_FORCE: Sql = sql`(
  SELECT c."id" FROM "Charter" c WHERE c."associationId" = o."id" AND c."publishedAt" <= now() ORDER BY c."version" DESC LIMIT 1)`;

/** The value words of o in their order: its emblem. */
export const VALUE_WORDS: Sql = sql`(
  SELECT COALESCE(jsonb_agg(COALESCE(v."valueSlug", v."name") ORDER BY v."position"), '[]')
    FROM "CharterValue" v WHERE v."charterId" = ${CHARTER_IN_FORCE})`;

/** Where o works, by slug. */
export const PLACES: Sql = sql`(
  SELECT COALESCE(jsonb_agg(l."placeSlug" ORDER BY l."position"), '[]') FROM "AssociationPlace" l WHERE l."associationId" = o."id")`;

/** How many belong to o; null under five, of whom nothing is counted (rule PV5). */
export const MEMBER_COUNT: Sql = sql`(
  SELECT CASE WHEN count(*) >= 5 THEN count(*)::int END FROM "Membership" s
   WHERE s."associationId" = o."id" AND s."state" IN ('ACTIVE', 'PAUSED'))`;

/** An association reference. */
export const ASSOCIATION: Sql = sql`jsonb_build_object('slug', o."slug", 'name', o."name", 'values', ${VALUE_WORDS})`;

/** An instant as «2026-11-21T10:00:00.000Z». */
export const instant = (column: Sql): Sql =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The day of an instant in Italy, as «2026-11-21». */
export const dayIn = (column: Sql): Sql => sql`to_char(${column} AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD')`;

/** A version «h» of a charter, whole. */
export const CHARTER_VIEW: Sql = sql`jsonb_build_object(
  'id', h."id", 'version', h."version", 'hash', h."hash", 'publishedAt', ${instant(sql`h."publishedAt"`)},
  'isMaterial', h."isMaterial", 'changeNote', h."changeNote", 'reviewOn', h."reviewOn", 'isByVote', h."isByVote",
  'minMinutes', h."minMinutes", 'minDeeds', h."minDeeds", 'minPeriod', h."minPeriod", 'countedKinds', to_jsonb(h."countedKinds"),
  'graceDays', h."graceDays", 'confirmers', h."confirmers", 'bars', to_jsonb(h."bars"), 'ruleNote', h."ruleNote",
  'values', (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', v."id", 'valueSlug', v."valueSlug", 'name', v."name",
               'meaning', v."meaning", 'shownBy', v."shownBy") ORDER BY v."position"), '[]')
               FROM "CharterValue" v WHERE v."charterId" = h."id"),
  'clauses', (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', k."id", 'number', k."number", 'kind', k."kind", 'text', k."text")
                ORDER BY k."number"), '[]') FROM "Clause" k WHERE k."charterId" = h."id"))`;
