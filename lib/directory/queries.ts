import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import type { Language } from "@/lib/taxonomy/types";
import { allOf, isNamed, scoreOf, whereOf } from "./criterion/queries";
import { bestWaysOut, criteriaOf, stepsOut } from "./criterion/rules";
import { type Cursor, decodeCursor, encodeCursor } from "./cursor/rules";
import { reasonsFor } from "./reason/rules";
import {
  type CardExchange,
  type Criterion,
  type Facets,
  type Filters,
  type FoundPerson,
  type Looker,
  type PeoplePage,
  type PersonCard,
  SIDES,
  type Sort,
} from "./types";

const PAGE_SIZE = 24;
/** A list shorter than this says which filter to drop. */
const SHORT_LIST = 6;
const WAYS_OUT_MAX = 2;
const NEARBY_MAX = 4;

type Row = FoundPerson & { readonly key: string; readonly id: string };
type Found = { total: number; items: Row[]; facets: Facets; looker: Looker; associations: PeoplePage["associations"] };

type Asked = { readonly language: Language; readonly now?: Date };

/**
 * The people an address asks for, as far as whoever looks may find them (rules A2, PV1): a visitor sees public profiles, a
 * member those that are listed. One statement. Where little is found, a second one counts the ways out; where nothing is, a
 * third shows some of those whom the first way out would find.
 */
export async function searchPeople(
  viewer: Viewer,
  asked: Filters,
  { language, now = new Date() }: Asked,
): Promise<PeoplePage> {
  const { waysOut, ...page } = await searchOnce(viewer, asked, { language, now });
  const first = page.total === 0 ? waysOut[0] : undefined;
  const beyond = first && (await searchOnce(viewer, first.filters, { language, now }));
  return { ...page, waysOut, nearby: beyond?.items.slice(0, NEARBY_MAX) ?? [] };
}

async function searchOnce(viewer: Viewer, asked: Filters, { language, now }: Required<Asked>) {
  const filters = viewer
    ? asked
    : { ...asked, sides: asked.sides.filter((side) => side === "offers" || side === "asks") };
  const criteria = criteriaOf(filters, language);
  const cursor = filters.after ? decodeCursor(filters.after, filters.sort) : null;
  const [row] = await db.$queryRaw<{ found: Found }[]>(statement({ viewer, filters, criteria, cursor, language }));
  if (!row) throw new Error("the list of people answered nothing");
  const { total, items, facets, looker, associations } = row.found;
  const page = items.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  const isFurther = items.length > PAGE_SIZE && last !== undefined;
  const isShort = criteria.length > 0 && (total === 0 || (total < SHORT_LIST && criteria.length > 1));
  return {
    total,
    facets,
    criteria,
    associations,
    items: page.map((row) => withReasons(row, { criteria, looker, today: dayOf(now) })),
    nextCursor: isFurther ? encodeCursor({ sort: filters.sort, key: last.key, id: last.id }) : null,
    isRestarted: filters.after !== null && cursor === null,
    waysOut: isShort ? await listWaysOut(viewer, criteria, { language, total }) : [],
  };
}

type Reading = { readonly criteria: readonly Criterion[]; readonly looker: Looker; readonly today: string };

/** What ended since the index was written is not shown, whether or not the nightly refresh has run. */
function withReasons({ key: _key, id: _id, ...person }: Row, { criteria, looker, today }: Reading): PersonCard {
  const stands = ({ untilOn }: CardExchange) => untilOn === null || untilOn >= today;
  const { card } = person;
  const shown = { ...person, card: { ...card, offers: card.offers.filter(stands), asks: card.asks.filter(stands) } };
  return { ...shown, why: reasonsFor(shown, criteria, looker) };
}

/** Who looks, as a single row: for a visitor one of empty lists. */
const meOf = (viewer: Viewer): Sql => {
  const id = sql`${viewer?.memberId ?? null}::uuid`;
  const used = (side: "OFFER" | "ASK") => sql`ARRAY(SELECT DISTINCT x."competenceId" FROM "Exchange" x
    WHERE x."memberId" = ${id} AND x."side" = ${side}::"ExchangeSide" AND x."competenceId" IS NOT NULL AND x."withdrawnAt" IS NULL
      AND (x."untilOn" IS NULL OR x."untilOn" >= (now() AT TIME ZONE 'Europe/Rome')::date))`;
  return sql`SELECT ${id} AS id, ${used("ASK")} AS asks, ${used("OFFER")} AS offers,
    ARRAY(SELECT "associationId" FROM "Membership" WHERE "memberId" = ${id} AND "state" IN ('ACTIVE', 'PAUSED')) AS associations,
    ARRAY(SELECT "valueSlug" FROM "MemberValue" WHERE "memberId" = ${id} ORDER BY "position") AS "values",
    (SELECT p."provinceCode" FROM "Member" m JOIN "Place" p ON p."slug" = m."placeSlug" WHERE m."id" = ${id}) AS "provinceCode"`;
};

const classOf = (viewer: Viewer): Sql => sql`e."viewer" = ${viewer ? "MEMBER" : "VISITOR"}::"DirectoryClass"`;

const ORDERS: Readonly<Record<Sort, { key: Sql; id: Sql; order: Sql; after: (cursor: Cursor) => Sql }>> = {
  relevance: {
    key: sql`score::text`,
    id: sql`md5("memberId"::text)`,
    order: sql`score DESC, md5("memberId"::text)`,
    after: ({ key, id }) => sql`(score < ${Number(key)} OR (score = ${Number(key)} AND md5("memberId"::text) > ${id}))`,
  },
  name: {
    key: sql`"nameText"`,
    id: sql`"memberId"::text`,
    order: sql`"nameText", "memberId"`,
    after: ({ key, id }) => sql`("nameText", "memberId") > (${key}, ${id}::uuid)`,
  },
  newest: {
    key: sql`to_char("joinedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    id: sql`"memberId"::text`,
    order: sql`"joinedAt" DESC, "memberId" DESC`,
    after: ({ key, id }) => sql`("joinedAt", "memberId") < (${key}::timestamptz, ${id}::uuid)`,
  },
};

/** Slug → number of people, from rows of (slug, n). */
const counted = (rows: Sql): Sql =>
  sql`(SELECT COALESCE(jsonb_object_agg(slug, n), '{}') FROM (${rows}) counts (slug, n))`;

type Statement = {
  viewer: Viewer;
  filters: Filters;
  criteria: readonly Criterion[];
  cursor: Cursor | null;
  language: Language;
};

function statement({ viewer, filters, criteria, cursor, language }: Statement): Sql {
  const { q, sort } = filters;
  const { key, id, order, after } = ORDERS[sort];
  const isChosenPlace = (one: Criterion) => one.kind === "place" && one.typed === null;
  const elsewhere = whereOf(
    criteria.filter((one) => !isChosenPlace(one)),
    q,
  );
  const here = whereOf(criteria.filter(isChosenPlace), "");
  const sideCounts = SIDES.map((side) => {
    const sides = [...new Set([...filters.sides, side])];
    const toggled = whereOf(criteriaOf({ ...filters, sides }, language), q);
    const isAnswerable = viewer !== null || side === "offers" || side === "asks";
    return sql`SELECT ${side}, ${isAnswerable ? sql`(SELECT count(*)::int FROM "DirectoryEntry" e WHERE ${classOf(viewer)} AND ${toggled})` : sql`0`}`;
  }).reduce((left, right) => sql`${left} UNION ALL ${right}`);
  return sql`
  WITH me AS MATERIALIZED (${meOf(viewer)}),
  shared AS (SELECT DISTINCT "memberId" FROM "Membership"
              WHERE "associationId" = ANY ((SELECT associations FROM me)::uuid[]) AND "state" IN ('ACTIVE', 'PAUSED')
                AND "memberId" IS DISTINCT FROM (SELECT id FROM me)),
  candidates AS MATERIALIZED (
    SELECT e."memberId", e."nameText", e."joinedAt", e."competenceIds", e."regionSlug", e."provinceCode", (${here}) AS is_here,
           ${sort === "relevance" ? scoreOf(criteria, q) : sql`0`} AS score, ${isNamed(q)} AS is_named
      FROM "DirectoryEntry" e LEFT JOIN shared USING ("memberId")
     WHERE ${classOf(viewer)} AND ${elsewhere}),
  found AS (SELECT * FROM candidates WHERE is_here),
  page AS (SELECT *, ${key} AS key, ${id} AS id, row_number() OVER (ORDER BY ${order}) AS rank
             FROM found WHERE ${allOf(cursor ? [after(cursor)] : [])} ORDER BY ${order} LIMIT ${PAGE_SIZE + 1}),
  skills AS (SELECT c."slug", c."areaSlug", f."memberId" FROM found f, unnest(f."competenceIds") AS u (id) JOIN "Competence" c ON c."id" = u.id)
  SELECT jsonb_build_object(
    'total', (SELECT count(*) FROM found),
    'items', (SELECT COALESCE(jsonb_agg(${person()} ORDER BY page.rank), '[]')
                FROM page JOIN "DirectoryEntry" e ON e."memberId" = page."memberId" AND ${classOf(viewer)}),
    'facets', jsonb_build_object(
      'areas', ${counted(sql`SELECT "areaSlug", count(DISTINCT "memberId") FROM skills GROUP BY 1`)},
      'competences', ${counted(sql`SELECT "slug", count(*) FROM skills GROUP BY 1`)},
      'regions', ${counted(sql`SELECT "regionSlug", count(*) FROM candidates WHERE "regionSlug" IS NOT NULL GROUP BY 1`)},
      'provinces', ${counted(sql`SELECT "provinceCode", count(*) FROM candidates WHERE "provinceCode" IS NOT NULL GROUP BY 1`)},
      'sides', ${counted(sideCounts)}),
    'looker', (SELECT jsonb_build_object('handle', ${viewer?.handle ?? null}::text, 'values', to_jsonb(me."values"), 'provinceCode', me."provinceCode",
        'asks', (SELECT COALESCE(jsonb_agg("slug"), '[]') FROM "Competence" WHERE "id" = ANY (me.asks)),
        'offers', (SELECT COALESCE(jsonb_agg("slug"), '[]') FROM "Competence" WHERE "id" = ANY (me.offers))) FROM me),
    'associations', (SELECT COALESCE(jsonb_agg(jsonb_build_object('slug', a."slug", 'name', a."name") ORDER BY a."name"), '[]')
                       FROM "Association" a WHERE a."id" = ANY ((SELECT associations FROM me)::uuid[]) OR (a."slug" = ${filters.association} AND a."state" <> 'CLOSED'))
  ) AS found`;
}

/** One person as JSON, from `e` and `page`; belongings only where their owner opened them or whoever looks shares them. */
const person = (): Sql => sql`jsonb_build_object(
  'key', page.key, 'id', page.id, 'handle', e."handle", 'name', e."name", 'headline', e."headline",
  'placeSlug', e."placeSlug", 'provinceCode', e."provinceCode", 'regionSlug', e."regionSlug",
  'card', e."card" - 'showsMemberships', 'isNamed', page.is_named,
  'associations', (
    SELECT COALESCE(jsonb_agg(jsonb_build_object('slug', a."slug", 'name', a."name", 'isShared', a.is_shared, 'values', (
        SELECT COALESCE(jsonb_agg(COALESCE(v."valueSlug", v."name") ORDER BY v."position"), '[]') FROM "CharterValue" v
         WHERE v."charterId" = (SELECT h."id" FROM "Charter" h WHERE h."associationId" = a."id" AND h."publishedAt" <= now() ORDER BY h."version" DESC LIMIT 1)
      )) ORDER BY a.is_shared DESC, a."name"), '[]')
      FROM (SELECT s."id", s."slug", s."name", b."memberId" <> (SELECT COALESCE(id, b."memberId") FROM me)
                     AND s."id" = ANY ((SELECT associations FROM me)::uuid[]) AS is_shared
              FROM "Membership" b JOIN "Association" s ON s."id" = b."associationId"
             WHERE b."memberId" = e."memberId" AND b."state" IN ('ACTIVE', 'PAUSED') AND s."state" <> 'CLOSED'
               AND (s."id" = ANY ((SELECT associations FROM me)::uuid[]) OR (b."isVisible" AND (e."card" ->> 'showsMemberships')::boolean))
             ORDER BY 4 DESC, s."name" LIMIT 3) a))`;

/** One step away from a list of little or nothing: what to widen or drop, and how many that would find. One statement of counts. */
async function listWaysOut(viewer: Viewer, criteria: readonly Criterion[], asked: Asked & { total: number }) {
  const steps = stepsOut(criteria);
  const counts = steps
    .map(
      ({ filters }) => sql`(SELECT count(*)::int FROM "DirectoryEntry" e
        WHERE ${classOf(viewer)} AND ${whereOf(criteriaOf(filters, asked.language), filters.q)})`,
    )
    .reduce((left, right) => sql`${left}, ${right}`);
  const [row] = await db.$queryRaw<{ totals: number[] }[]>(
    sql`WITH me AS MATERIALIZED (${meOf(viewer)}) SELECT ARRAY[${counts}] AS totals`,
  );
  const ways = steps.map((step, i) => ({ ...step, total: row?.totals[i] ?? 0 }));
  return bestWaysOut(ways, { total: asked.total, max: WAYS_OUT_MAX });
}
