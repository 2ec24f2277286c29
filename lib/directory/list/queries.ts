import "server-only";
import { readRows } from "@/lib/db/client";
import { plannedEachTime, type Sql, sql } from "@/lib/db/sql";
import { isNamed } from "../condition/queries";
import { type Counted, countedBy } from "../counted/rules";
import type { PlacedCursor } from "../cursor/rules";
import { aroundOf, countOf, facetsOf, sidesOf } from "../facet/queries";
import { type Counts, facetsFrom, type ListFacets } from "../facet/rules";
import { isWalkedAlike, meantOrNamed, named, type Search, walk } from "../hit/queries";
import { isFindable } from "../looker/queries";
import { WINDOW } from "../ranking/rules";
import { isPersonal, mostBeyond, pointsOf } from "../score/queries";
import type { Facets, Sort } from "../types";

/** Who is on a page, and what a cursor needs of them. */
export type FoundRow = {
  readonly id: number;
  readonly place: number;
  readonly points: number | null;
  readonly key: string | null;
  readonly isNamed: boolean;
};

/** What the statement of a list answers. */
export type Found = {
  readonly total: number;
  /** Whether more people bear the words as their name than fit a window: the list must be asked for again as a crowd. */
  readonly isCrowded: boolean;
  /** Whether nobody lies beyond the window. */
  readonly isWhole: boolean;
  /** The same of those counted by place, where they are others; null where they are not. */
  readonly isAroundWhole: boolean | null;
  /** Where the window ends in the static order. */
  readonly edge: { readonly place: number; readonly id: number } | null;
  readonly items: readonly FoundRow[];
  readonly facets: ListFacets;
  readonly sides: Facets["sides"];
};

export type Asked = { readonly sort: Sort; readonly cursor: PlacedCursor | null; readonly size: number };

/** The rows of a page, as (id, place, points, key), in order. */
function pageOf(search: Search, { sort, cursor, size }: Asked): Sql {
  if (sort === "relevance") {
    const at = cursor?.sort === "relevance" ? cursor : null;
    return at && at.points === null ? beyondWindow(search, at, size) : inWindow(search, at, size);
  }
  return byKey(search, { sort, cursor: cursor?.sort === sort ? cursor : null, size });
}

type ByRelevance = Extract<PlacedCursor, { sort: "relevance" }>;
type ByKey = Extract<PlacedCursor, { sort: "name" | "newest" }>;

const inWindow = (search: Search, at: ByRelevance | null, size: number): Sql => sql`
  SELECT h.*, NULL AS key FROM (SELECT e."id", e.place, e."nameText", ${pointsOf(search)} AS points FROM hits e) h
   WHERE ${at ? sql`(-h.points, h.place, h."id") > (${-(at.points ?? 0)}::int, ${at.place}::int, ${at.id}::int)` : sql`TRUE`}
   ORDER BY h.points DESC, h.place, h."id" LIMIT ${size + 1}`;

/** Whoever was in the window for their name does not come again. */
const beyondWindow = (search: Search, at: ByRelevance, size: number): Sql => sql`
  SELECT w."id", w.place, w."nameText", NULL::int AS points, NULL AS key FROM (${walk(search, { after: at, limit: size + 1 + (named(search) ? WINDOW : 0) })}) w
   WHERE NOT EXISTS (SELECT FROM bearers b WHERE b."id" = w."id")
   ORDER BY w.place, w."id" LIMIT ${size + 1}`;

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
  SELECT e."id", 0 AS place, e."nameText", NULL::int AS points, ${key} AS key FROM "DirectoryEntry" e
   WHERE ${isFindable(search.viewer)} AND ${meantOrNamed(search)} AND ${cursor ? beyond(cursor) : sql`TRUE`}
   ORDER BY ${order} LIMIT ${size + 1}`;
}

/** What the statement of a list says of itself, before it is read. */
type Answer = Omit<Found, "facets" | "isWhole"> & {
  readonly isWhole: boolean | null;
  readonly found: readonly Counts[] | null;
  readonly around: readonly Counts[] | null;
};

/**
 * Who is on the page of a list, how many there are, and what each filter would leave. One statement. Where several things are asked
 * for, it is planned for them: how common a competence, a place or a word is decides how it is found.
 */
export async function findList(search: Search, asked: Asked): Promise<Found> {
  const counted = countedBy(search.criteria);
  const isOnePlan = isWalkedAlike(search) && asked.sort === "relevance" && !named(search) && !aroundOf(search, counted);
  const statement = statementOf(search, counted, asked);
  const [row] = await readRows<{ found: Answer }>(isOnePlan ? statement : plannedEachTime(statement));
  if (!row) throw new Error("the list of people answered nothing");
  const { found, around, isWhole, ...answer } = row.found;
  const facets = facetsFrom([...(found ?? []), ...(around ?? [])], search.book.names);
  return { ...answer, facets, isWhole: isWhole ?? answer.total <= WINDOW };
}

/**
 * The first page of a counted list that nothing personal orders, as the rows `head` with their points, and whether they are `enough`:
 * whoever comes after them has no more points than the last of the page. Null where the window has to be read.
 */
function headOf(search: Search, { facets }: Counted, { sort, cursor, size }: Asked): Sql | null {
  if (facets === null || sort !== "relevance" || cursor || !isWalkedAlike(search) || isPersonal(search)) return null;
  const limit = mostBeyond(search).isByLevel ? HEADS * (size + 1) : size + 1;
  return sql`head AS MATERIALIZED (SELECT e.*, ${pointsOf(search)} AS points FROM (${walk(search, { after: null, limit })}) e),
  enough AS MATERIALIZED (SELECT count(*) < ${limit} OR count(*) FILTER (WHERE h.points >= b.most) > ${size} AS is_enough
    FROM head h, (SELECT ${mostBeyond(search).most} AS most FROM head e ORDER BY e.place DESC, e."id" DESC LIMIT 1) b)`;
}

/** In the list of a competence so many pages are read to find one of people who offer it, too. */
const HEADS = 5;

const headOrWindow = (search: Search, size: number): Sql => sql`
  SELECT h.*, NULL AS key FROM (
    SELECT e."id", e.place, e."nameText", e.points FROM head e WHERE (SELECT is_enough FROM enough)
    UNION ALL SELECT e."id", e.place, e."nameText", ${pointsOf(search)} AS points FROM hits e) h
   ORDER BY h.points DESC, h.place, h."id" LIMIT ${size + 1}`;

/** The window, as the rows `hits`: the first of those who are `meant`, and whoever bears the words as their name. */
function windowOf(search: Search, { isSized, hasHead }: { isSized: boolean; hasHead: boolean }): Sql {
  const bearers = named(search);
  const walked = walk(search, { after: null, limit: isSized ? WINDOW : WINDOW + 1 });
  const first = isSized ? sql`meant` : sql`(SELECT * FROM meant ORDER BY place, "id" LIMIT ${WINDOW})`;
  const meant = sql`meant AS MATERIALIZED (${hasHead ? sql`SELECT w.* FROM (${walked}) w WHERE NOT (SELECT is_enough FROM enough)` : walked})`;
  if (!bearers)
    return sql`${meant},
  bearers AS (SELECT * FROM meant WHERE FALSE),
  first AS NOT MATERIALIZED (SELECT * FROM ${first} f),
  hits AS NOT MATERIALIZED (SELECT * FROM first)`;
  return sql`${meant},
  bearers AS MATERIALIZED (${bearers}),
  first AS MATERIALIZED (SELECT * FROM ${first} f),
  hits AS MATERIALIZED (SELECT * FROM first UNION ALL
    SELECT b.* FROM bearers b WHERE NOT EXISTS (SELECT FROM first f WHERE f."id" = b."id"))`;
}

/**
 * What nothing asks for is not read: where it is known how many are in a list, a page beyond its window walks no window, nor does one
 * in another order.
 */
function statementOf(search: Search, counted: Counted, asked: Asked): Sql {
  const around = aroundOf(search, counted);
  const facets = facetsOf(search, counted);
  const { total } = counted;
  const head = headOf(search, counted, asked);
  return sql`
  WITH ${head ? sql`${head},` : sql``}
  ${windowOf(search, { isSized: total !== null, hasHead: head !== null })},
  ${around ? sql`around AS MATERIALIZED (${walk(around, { after: null, limit: WINDOW + 1 })}),` : sql``}
  page AS MATERIALIZED (${head ? headOrWindow(search, asked.size) : pageOf(search, asked)})
  SELECT json_build_object(
    'total', ${total ? countOf(search, total) : sql`(SELECT count(*) FROM hits)`},
    'isCrowded', (SELECT count(*) FROM bearers) > ${WINDOW},
    'isWhole', ${total ? sql`NULL` : sql`(SELECT count(*) FROM meant) <= ${WINDOW}`},
    'isAroundWhole', ${around ? sql`(SELECT count(*) FROM around) <= ${WINDOW}` : sql`NULL`},
    'edge', ${edgeOf(asked)},
    'items', (SELECT COALESCE(json_agg(json_build_object('id', e."id", 'place', e.place, 'points', e.points, 'key', e.key,
                'isNamed', ${isNamed(search.q) ?? sql`FALSE`})), '[]') FROM page e),
    'found', ${facets.found},
    'around', ${facets.around ?? sql`NULL`},
    'sides', ${sidesOf(search, counted)}) AS found`;
}

/** Where the window ends, asked for on its last page only. */
const edgeOf = ({ sort, cursor, size }: Asked): Sql =>
  sort !== "relevance" || (cursor?.sort === "relevance" && cursor.points === null)
    ? sql`NULL`
    : sql`CASE WHEN (SELECT count(*) FROM page) <= ${size} THEN
      (SELECT json_build_object('place', f.place, 'id', f."id") FROM first f ORDER BY f.place DESC, f."id" DESC LIMIT 1) END`;

/**
 * How many satisfy each of some searches, up to one more than a window or to another limit. One statement. Whom a viewer may find is
 * checked, never mapped: that would put half of everybody on a bitmap.
 */
export async function countEach(searches: readonly Search[], limit = WINDOW + 1): Promise<readonly number[]> {
  if (searches.length === 0) return [];
  const counts = searches
    .map(
      (search) => sql`(SELECT count(*)::int FROM (SELECT 1 FROM "DirectoryEntry" e
        WHERE (${isFindable(search.viewer)}) IS TRUE AND ${meantOrNamed(search)} LIMIT ${limit}) x)`,
    )
    .reduce((left, right) => sql`${left}, ${right}`);
  const [row] = await readRows<{ totals: number[] }>(plannedEachTime(sql`SELECT ARRAY[${counts}] AS totals`));
  return row?.totals ?? [];
}
