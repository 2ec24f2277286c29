import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { type Sql, sql } from "@/lib/db/sql";
import { type Counted, type CountedList, isChosenPlace } from "../counted/rules";
import { meantOrNamed, type Search } from "../hit/queries";
import { classOf, isFindable } from "../looker/queries";
import { WINDOW } from "../ranking/rules";
import { SIDES, type Side, type Sought } from "../types";
import { KIND_NUMBERS, type ListFacets } from "./rules";

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

/** How many of a list are in another: as folded, and the changes since. */
function sumOf({ viewer }: Search, list: number, other: number): Sql {
  const at = (alias: Sql) => sql`${alias}."viewer" = ${classOf(viewer)} AND ${alias}."list" = ${list}::int`;
  return sql`(COALESCE((SELECT t."people"[array_position(t."others", ${other}::int)] FROM "DirectoryTally" t
      WHERE ${at(sql`t`)} AND t."kind" = directory_kind(${other}::int)), 0)
    + (SELECT COALESCE(sum(c."n"), 0)::int FROM "DirectoryCount" c WHERE ${at(sql`c`)} AND c."other" = ${other}::int))`;
}

/** How many are in both lists. */
export const countOf = (search: Search, [list, other]: readonly [CountedList, CountedList]): Sql =>
  sumOf(search, tokenOf(search, list), tokenOf(search, other));

type Kind = keyof ListFacets;

const isOf = (token: Sql, kinds: readonly Kind[]): Sql =>
  sql`directory_kind(${token}) = ANY (${kinds.map((kind) => KIND_NUMBERS[kind])}::int[])`;

/** What those of a list have, of some kinds, from its counts: parts to be added up (./rules). */
function countsOf(viewer: Viewer, list: number, kinds: readonly Kind[]): Sql {
  const at = (alias: Sql) => sql`${alias}."viewer" = ${classOf(viewer)} AND ${alias}."list" = ${list}::int`;
  return sql`(SELECT json_agg(json_build_array(k.others, k.people)) FROM (
    SELECT t."others", t."people" FROM "DirectoryTally" t WHERE ${at(sql`t`)} AND t."kind" = ANY (${kinds.map((kind) => KIND_NUMBERS[kind])}::int[])
    UNION ALL
    SELECT array_agg(c."other"), array_agg(c."n") FROM "DirectoryCount" c WHERE ${at(sql`c`)} AND ${isOf(sql`c."other"`, kinds)}) k (others, people))`;
}

/** The same of the rows at hand. Competences count at any level, not where they are only offered, asked for or said. */
const countsIn = (rows: Sql, kinds: readonly Kind[]): Sql => sql`(
  SELECT json_build_array(json_build_array(array_agg(k.other), array_agg(k.n))) FROM (
    SELECT CASE WHEN t < 0 THEN t ELSE t - (t & 7) END AS other, count(*)::int AS n
      FROM (SELECT unnest(h."tokens") AS t FROM ${rows} h) x WHERE (t < 0 OR (t & 7) < 5) AND ${isOf(sql`t`, kinds)} GROUP BY 1) k)`;

const NARROWING = ["areas", "competences"] as const;
const PLACES = ["provinces", "regions"] as const;

/** How many people whoever looks may find by each competence and area. */
export const narrowingOf = (viewer: Viewer): Sql => countsOf(viewer, 0, NARROWING);

/** The search whose people are counted by place, where that is another one than the list and no list counts them; else null. */
export function aroundOf(search: Search, { places }: Counted): Search | null {
  if (places || !search.criteria.some(isChosenPlace)) return null;
  return { ...search, criteria: search.criteria.filter((one) => !isChosenPlace(one)) };
}

/**
 * What each choice would leave, as counts to be named: competences narrow what was found, a place takes the place of the one chosen.
 * `found` speaks of the rows `hits`, `around` of the rows `around` where `aroundOf` gives a search; null where `found` says it all.
 */
export function facetsOf(search: Search, counted: Counted): { readonly found: Sql; readonly around: Sql | null } {
  const { facets, places } = counted;
  const isAround = aroundOf(search, counted) !== null;
  const kept = (list: CountedList, kinds: readonly Kind[]) => countsOf(search.viewer, tokenOf(search, list), kinds);
  const found = (kinds: readonly Kind[]) => (facets ? kept(facets, kinds) : countsIn(sql`hits`, kinds));
  if (facets === places && !isAround) return { found: found([...NARROWING, ...PLACES]), around: null };
  const first = isAround ? sql`(SELECT * FROM around ORDER BY place, "id" LIMIT ${WINDOW})` : sql`hits`;
  return { found: found(NARROWING), around: places ? kept(places, PLACES) : countsIn(first, PLACES) };
}

/** Side → number of people, null where it would take looking at too many. */
export const sidesOf = (search: Search, counted: Counted): Sql =>
  sql`json_build_object(${SIDES.map((side) => sql`${side}::text, ${countSide(side, search, counted)}`).reduce((left, right) => sql`${left}, ${right}`)})`;

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
