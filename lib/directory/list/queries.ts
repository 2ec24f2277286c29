import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { personOf } from "../card/queries";
import { conditionsOf, isNamed } from "../condition/queries";
import { countedBy } from "../counted/rules";
import type { Cursor } from "../cursor/rules";
import { countOf, facetsOf, sidesOf } from "../facet/queries";
import { mayBeName, named, type Search, walk } from "../hit/queries";
import { isFindable } from "../looker/queries";
import { WINDOW } from "../ranking/rules";
import { pointsOf } from "../score/queries";
import type { Facets, Filters, FoundPerson, PeopleList } from "../types";

/** One person found, with what a cursor needs of them. */
export type FoundRow = FoundPerson & {
  readonly id: number;
  readonly place: number;
  readonly points: number | null;
  readonly key: string | null;
};

/** What the statement of a list answers. */
export type Found = {
  readonly total: number;
  /** Whether nobody lies beyond the window. */
  readonly isWhole: boolean;
  /** Where the window ends in the static order. */
  readonly edge: { readonly place: number; readonly id: number } | null;
  readonly items: readonly FoundRow[];
  readonly facets: Omit<Facets, "sides">;
  readonly sides: Facets["sides"];
  readonly associations: PeopleList["associations"];
};

export type Asked = {
  readonly filters: Filters;
  readonly cursor: Cursor | null;
  readonly size: number;
  readonly today: string;
};

/** The rows of a page, as (id, place, points, key, turn). */
function pageOf(search: Search, { filters: { sort }, cursor, size }: Asked): Sql {
  if (sort === "relevance") {
    const at = cursor?.sort === "relevance" ? cursor : null;
    return at && at.points === null ? beyondWindow(search, at, size) : inWindow(search, at, size);
  }
  return byKey(search, { sort, cursor: cursor?.sort === sort ? cursor : null, size });
}

type ByRelevance = Extract<Cursor, { sort: "relevance" }>;
type ByKey = Extract<Cursor, { sort: "name" | "newest" }>;

const inWindow = (search: Search, at: ByRelevance | null, size: number): Sql => sql`
  SELECT h."id", h.place, h.points, NULL AS key, row_number() OVER (ORDER BY h.points DESC, h.place, h."id") AS turn
    FROM (SELECT e."id", e.place, ${pointsOf(search)} AS points FROM hits e) h
   WHERE ${at ? sql`(-h.points, h.place, h."id") > (${-(at.points ?? 0)}::int, ${at.place}::int, ${at.id}::int)` : sql`TRUE`}
   ORDER BY turn LIMIT ${size + 1}`;

/** Whoever was in the window for their name does not come again. */
const beyondWindow = (search: Search, at: ByRelevance, size: number): Sql => sql`
  SELECT w."id", w.place, NULL::int AS points, NULL AS key, row_number() OVER (ORDER BY w.place, w."id") AS turn
    FROM (${walk(search, { after: at, limit: WINDOW })}) w
   WHERE NOT EXISTS (SELECT FROM bearers b WHERE b."id" = w."id" AND (SELECT count(*) FROM bearers) <= ${WINDOW})
   ORDER BY turn LIMIT ${size + 1}`;

const KEYS = {
  name: {
    key: sql`e."nameText"`,
    order: sql`e."nameText", e."id"`,
    beyond: ({ key, id }: ByKey) => sql`(e."nameText", e."id") > (${key}, ${id}::int)`,
  },
  newest: {
    key: sql`to_char(e."joinedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    order: sql`e."joinedAt" DESC, e."id" DESC`,
    beyond: ({ key, id }: ByKey) => sql`(e."joinedAt", e."id") < (${key}::timestamptz, ${id}::int)`,
  },
} as const;

function byKey(
  search: Search,
  { sort, cursor, size }: { sort: "name" | "newest"; cursor: ByKey | null; size: number },
): Sql {
  const { key, order, beyond } = KEYS[sort];
  return sql`
  SELECT e."id", 0 AS place, NULL::int AS points, ${key} AS key, row_number() OVER (ORDER BY ${order}) AS turn FROM "DirectoryEntry" e
   WHERE ${isFindable(search.viewer)} AND ${meantOrNamed(search)} AND ${cursor ? beyond(cursor) : sql`TRUE`}
   ORDER BY ${order} LIMIT ${size + 1}`;
}

function meantOrNamed(search: Search): Sql {
  const { criteria, looker, q } = search;
  const isTheirs = mayBeName(search) ? isNamed(q) : null;
  if (!isTheirs) return conditionsOf(criteria, looker);
  const chosen = criteria.filter(({ typed }) => typed === null);
  return sql`((${conditionsOf(criteria, looker)}) OR (${isTheirs} AND ${conditionsOf(chosen, looker)}))`;
}

/**
 * The one statement of the list. It is planned for its values each time (see lib/db/client): how common a competence, a place or
 * a word is decides how it is found.
 */
export async function findList(search: Search, asked: Asked): Promise<Found> {
  const { viewer, looker, q, criteria } = search;
  const counted = countedBy(criteria);
  const isTheirs = isNamed(q) ?? sql`FALSE`;
  const [row] = await db.$queryRaw<{ found: Found }[]>(sql`/* planned for its values */
  WITH meant AS MATERIALIZED (${walk(search, { after: null, limit: WINDOW + 1 })}),
  bearers AS MATERIALIZED (${named(search)}),
  first AS MATERIALIZED (SELECT * FROM meant ORDER BY place, "id" LIMIT ${WINDOW}),
  hits AS MATERIALIZED (
    SELECT * FROM first UNION ALL
    SELECT b.* FROM bearers b WHERE (SELECT count(*) FROM bearers) <= ${WINDOW} AND NOT EXISTS (SELECT FROM first f WHERE f."id" = b."id")),
  page AS MATERIALIZED (${pageOf(search, asked)})
  SELECT jsonb_build_object(
    'total', ${counted.total ? countOf(search, counted.total) : sql`(SELECT count(*) FROM hits)`},
    'isWhole', (SELECT count(*) FROM meant) <= ${WINDOW},
    'edge', (SELECT jsonb_build_object('place', f.place, 'id', f."id") FROM first f ORDER BY f.place DESC, f."id" DESC LIMIT 1),
    'items', (SELECT COALESCE(jsonb_agg(${personOf(looker, asked.today)} || jsonb_build_object(
                'id', e."id", 'place', page.place, 'points', page.points, 'key', page.key, 'isNamed', ${isTheirs}) ORDER BY page.turn), '[]')
                FROM page JOIN "DirectoryEntry" e ON e."id" = page."id" JOIN "Member" m ON m."id" = e."memberId"
                LEFT JOIN "Place" p ON p."slug" = e."placeSlug"),
    'facets', ${facetsOf(search, counted)},
    'sides', ${sidesOf(search, counted)},
    'associations', ${associationsFor(viewer, search, asked)}
  ) AS found`);
  if (!row) throw new Error("the list of people answered nothing");
  return row.found;
}

/** Associations the list can be narrowed to: one’s own, and the one chosen. */
function associationsFor(_viewer: Viewer, { looker }: Search, { filters }: Asked): Sql {
  return sql`(SELECT COALESCE(jsonb_agg(jsonb_build_object('slug', a."slug", 'name', a."name") ORDER BY a."name"), '[]') FROM "Association" a
    WHERE a."id" = ANY (${looker.associationIds}::uuid[]) OR (a."slug" = ${filters.association} AND a."state" <> 'CLOSED'))`;
}

/** How many satisfy each of some searches, up to one more than a window. One statement. */
export async function countEach(searches: readonly Search[]): Promise<readonly number[]> {
  const counts = searches
    .map(
      (search) => sql`(SELECT count(*)::int FROM (SELECT 1 FROM "DirectoryEntry" e
        WHERE ${isFindable(search.viewer)} AND ${meantOrNamed(search)} LIMIT ${WINDOW + 1}) x)`,
    )
    .reduce((left, right) => sql`${left}, ${right}`);
  const [row] = await db.$queryRaw<{ totals: number[] }[]>(
    sql`/* planned for its values */ SELECT ARRAY[${counts}] AS totals`,
  );
  return row?.totals ?? [];
}
