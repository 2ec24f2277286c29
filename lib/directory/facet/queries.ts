import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import { type Counted, type CountedList, isChosenPlace } from "../counted/rules";
import { meantOrNamed, type Search } from "../hit/queries";
import { classOf, isFindable } from "../looker/queries";
import { WINDOW } from "../ranking/rules";
import { SIDES, type Side, type Sought } from "../types";

/** Up to so many people, what no list counts is counted by looking at everybody. */
const SMALL_WORLD = 5000;

const KINDS = {
  competence: "competences",
  municipality: "municipalities",
  province: "provinces",
  region: "regions",
} as const;

/** The token a list is counted by. */
function tokenOf({ book }: Search, list: CountedList): number {
  const [kind = "", slug] = list.split(":");
  return list === "all" ? 0 : (book.tokens.get(`${KINDS[kind as keyof typeof KINDS]}:${slug}`) ?? UNKNOWN);
}

/** The token of nothing. */
const UNKNOWN = 7;

const sumOf = (
  { viewer }: Search,
  list: number,
  other: number,
): Sql => sql`(SELECT COALESCE(sum(c."n"), 0)::int FROM "DirectoryCount" c
  WHERE c."viewer" = ${classOf(viewer)} AND c."list" = ${list}::int AND c."other" = ${other}::int)`;

/** How many are in both lists. */
export const countOf = (search: Search, [list, other]: readonly [CountedList, CountedList]): Sql =>
  sumOf(search, tokenOf(search, list), tokenOf(search, other));

/** Rows (other, n): what those of a list have, from its counts. */
const countsOf = (search: Search, list: CountedList): Sql => sql`
  SELECT c."other", sum(c."n")::int AS n FROM "DirectoryCount" c
   WHERE c."viewer" = ${classOf(search.viewer)} AND c."list" = ${tokenOf(search, list)}::int GROUP BY 1 HAVING sum(c."n") > 0`;

/** The same of the rows at hand. Competences count at any level, not where they are only offered, asked for or said. */
const countsIn = (rows: Sql): Sql => sql`
  SELECT CASE WHEN t < 0 THEN t ELSE t - (t & 7) END AS other, count(*)::int AS n
    FROM ${rows} h, unnest(h."tokens") t WHERE t < 0 OR (t & 7) < 5 GROUP BY 1`;

/** Kind → slug → number of people, of the kinds given. */
const named = (counts: Sql, kinds: readonly string[]): Sql => sql`(
  SELECT COALESCE(jsonb_object_agg(kind, found), '{}') FROM (
    SELECT d."kind", jsonb_object_agg(d."slug", k.n) AS found FROM (${counts}) k JOIN "DirectoryName" d ON d."token" = k.other
     WHERE d."kind" = ANY (${kinds}::text[]) GROUP BY 1) x (kind, found))`;

const NARROWING = ["areas", "competences"];
const PLACES = ["provinces", "regions"];

/** The search whose people are counted by place, where that is another one than the list and no list counts them; else null. */
export function aroundOf(search: Search, { places }: Counted): Search | null {
  if (places || !search.criteria.some(isChosenPlace)) return null;
  return { ...search, criteria: search.criteria.filter((one) => !isChosenPlace(one)) };
}

/**
 * What each choice would leave, by kind and slug: competences narrow what was found, a place takes the place of the one chosen. Speaks
 * of the rows `hits`, and of `around` where `aroundOf` gives a search.
 */
export function facetsOf(search: Search, counted: Counted): Sql {
  const { facets, places } = counted;
  const isAround = aroundOf(search, counted) !== null;
  const found = facets ? countsOf(search, facets) : countsIn(sql`hits`);
  if (facets === places && !isAround) return named(found, [...NARROWING, ...PLACES]);
  const where = places
    ? countsOf(search, places)
    : countsIn(isAround ? sql`(SELECT * FROM around ORDER BY place, "id" LIMIT ${WINDOW})` : sql`hits`);
  return sql`${named(found, NARROWING)} || ${named(where, PLACES)}`;
}

/** Side → number of people, null where it would take looking at too many. */
export const sidesOf = (search: Search, counted: Counted): Sql =>
  sql`jsonb_build_object(${SIDES.map((side) => sql`${side}::text, ${countSide(side, search, counted)}`).reduce((left, right) => sql`${left}, ${right}`)})`;

function countSide(side: Side, search: Search, { facets }: Counted): Sql {
  const isOwn = side === "givesMe" || side === "needsMe";
  if (search.viewer === null && isOwn) return sql`0`;
  if (!isOwn && facets && !search.criteria.some(({ kind }) => kind === "side"))
    return countListed(side, search, facets);
  if ((search.book.sizes.get(search.viewer ? "MEMBER" : "VISITOR") ?? 0) > 2 * SMALL_WORLD) return sql`NULL`;
  const others = search.criteria.filter((one) => one.kind !== "side" || one.side !== side);
  const criteria: readonly Sought[] = [...others, { kind: "side", side, typed: null }];
  return sql`CASE WHEN ${sumOf(search, 0, 0)} <= ${SMALL_WORLD}::int THEN
    (SELECT count(*)::int FROM "DirectoryEntry" e WHERE ${isFindable(search.viewer)} AND ${meantOrNamed({ ...search, criteria })}) END`;
}

/** Who offers or asks for anything, in a list; of a competence, who offers or asks for that: counted among everybody, as list 1. */
function countListed(side: "offers" | "asks", search: Search, list: CountedList): Sql {
  const token = tokenOf(search, list);
  if (list.startsWith("competence:")) return sumOf(search, 1, token + (side === "offers" ? 5 : 6));
  return sumOf(search, token, search.book.tokens.get(`has:${side}`) ?? UNKNOWN);
}
