import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { type Sql, sql } from "@/lib/db/sql";
import { aspectsOf, carries, conditionsOf, isNamed, plannedConditionsOf } from "../condition/queries";
import type { StaticCursor } from "../cursor/rules";
import { isFindable, type LookerFacts } from "../looker/queries";
import { WINDOW } from "../ranking/rules";
import { ASPECTS, competenceTokens, type TokenBook } from "../token/queries";
import type { Sought } from "../types";

/*
 * The first people of a list in its static order, as whole rows with their place, smaller first. Two ways lead there:
 * the ordered list of one competence, or the entries themselves, in their order or by a bitmap (../plan).
 */

export type Search = {
  readonly viewer: Viewer;
  readonly looker: LookerFacts;
  readonly book: TokenBook;
  readonly q: string;
  readonly criteria: readonly Sought[];
  /** Whether those who bear the words as their name are too many to stand beside those the words mean: then they walk with them. */
  readonly isCrowded?: boolean;
};

type Bounds = { readonly after: StaticCursor | null; readonly limit: number };

type Wanted = { readonly slugs: readonly string[]; readonly levels: readonly number[] };

/** The competence that is the only thing asked for, where there is an ordered list of those who have it; a least level may go with it. */
function onlyCompetence(criteria: readonly Sought[]): Wanted | null {
  const level = criteria.find((one) => one.kind === "level")?.level ?? null;
  const [first, ...others] = criteria.filter(({ kind }) => kind !== "level");
  if (first?.kind !== "competence" || others.length > 0) return null;
  return { slugs: first.slugs, levels: aspectsOf(first, level).map((aspect) => aspect % 7) };
}

/** What of an entry the rest of a statement asks for. */
const COLUMNS = sql`e."id", e."memberId", e."rank", e."completeness", e."tokens", e."nameText"`;

const LEVELS = 2 ** 24;
/** The lower half of a place: the number of the entry. */
const ID_BITS = 2 ** 32 - 1;

type Stretch = { readonly list: Sql; readonly after: Sql; readonly last: number };

/** The first of a list who `stand` where it says: of those its chunks hold, and of those who came since they were folded. */
function walkList({ list, after, last }: Stretch, stands: Sql, limit: number): Sql {
  const isWithin = sql`u.place > ${after} AND u.place < ${last}::bigint << 32`;
  const standing = (places: Sql, order: Sql) => sql`
    SELECT ${COLUMNS}, (p.place >> 32)::int AS place FROM (${places}) p JOIN "DirectoryEntry" e ON e."id" = (p.place & ${ID_BITS}::bigint)::int
     WHERE ${stands} ORDER BY ${order} LIMIT ${limit}`;
  // In the order of chunks and within them, which is that of places: no more are read than are taken.
  const folded = sql`SELECT c."first", u.place FROM "DirectoryChunk" c, unnest(c."places") u (place)
      WHERE c."list" = ${list} AND c."first" < ${last}::bigint << 32 AND ${isWithin}
        AND c."first" >= COALESCE((SELECT max(b."first") FROM "DirectoryChunk" b WHERE b."list" = ${list} AND b."first" <= ${after}), 0)
      ORDER BY c."first", u.place`;
  const come = sql`SELECT DISTINCT u.place FROM (SELECT m."list", m."place", m."n" FROM "DirectoryMove" m) u (list, place, n)
      WHERE u.list = ${list} AND u.n > 0 AND ${isWithin} ORDER BY u.place`;
  return sql`(${standing(folded, sql`p."first", p.place`)}) UNION ALL (${standing(come, sql`p.place`)})`;
}

/**
 * Who has any of some competences. A list may still hold who left, or hold somebody twice: each entry is asked whether it stands there,
 * and of somebody in several lists only the best place counts.
 */
function walkLists({ viewer, book }: Search, { slugs, levels }: Wanted, { after, limit }: Bounds): Sql {
  const held = competenceTokens(book, slugs, [0]);
  const lists = held.map((token) => token / 4 + (viewer ? 1 : 0));
  const stretch = {
    after: after ? sql`((${after.place}::bigint << 32) | ${after.id}::bigint)` : sql`-1`,
    last: (5 - Math.min(...levels)) * LEVELS,
  };
  const [only, ...others] = held;
  const first =
    only !== undefined && others.length === 0
      ? sql`(${walkList({ ...stretch, list: sql`${lists[0]}::int` }, standsAs(sql`${only}::int`), limit)})`
      : sql`unnest(${lists}::int[], ${held}::int[]) l (list, held), LATERAL (${walkList({ ...stretch, list: sql`l.list` }, isBestOf(held), limit)})`;
  return sql`
  SELECT DISTINCT ON (e.place, e."id") e.* FROM ${first} e ORDER BY e.place, e."id" LIMIT ${limit}`;
}

/** Whether `e` has a competence, by its token, as the place `p` says. */
const standsAs = (held: Sql): Sql => sql`e."rank" = ((p.place >> 32) & ${LEVELS - 1}::bigint)::int
  AND (${held} + CASE p.place >> 56 WHEN 4 THEN 7 ELSE 4 - (p.place >> 56) END)::int = ANY (e."tokens")`;

/** Whether `e` has the competence of the list `l` as the place `p` says, and none of some competences at a better level. */
function isBestOf(held: readonly number[]): Sql {
  const hasAbove = (level: number) => {
    const better = ASPECTS.held.filter((one) => one > level);
    return carries(held.flatMap((token) => better.map((one) => token + one)));
  };
  return sql`${standsAs(sql`l.held`)}
  AND NOT CASE p.place >> 56 WHEN 0 THEN FALSE WHEN 1 THEN ${hasAbove(3)} WHEN 2 THEN ${hasAbove(2)} WHEN 3 THEN ${hasAbove(1)} ELSE ${hasAbove(0)} END`;
}

/** The level in the one competence asked for of an entry reached by ordered lists, from its place; null where it was reached otherwise. */
export const levelByPlace = (search: Search): Sql | null =>
  onlyCompetence(search.criteria) && !search.isCrowded && !named(search) ? sql`(4 - (e.place >> 24))` : null;

/** Who satisfies everything, or bears the words typed as their name and satisfies what was chosen. */
export function meantOrNamed(search: Search): Sql {
  const isTheirs = mayBeName(search) ? isNamed(search.q) : null;
  const meant = conditionsOf(search.criteria, search);
  if (!isTheirs) return meant;
  const chosen = search.criteria.filter(({ typed }) => typed === null);
  return sql`((${meant}) OR (${isTheirs} AND ${conditionsOf(chosen, search)}))`;
}

/** How a crowd of those who mean something or are called so is reached: nobody knows how common that is. */
const CROWD = { way: "bitmap", stretch: 10_000 } as const;

/** Who satisfies everything, as the plan says (../plan); in a crowd whoever bears the words, too. */
function walkEntries(search: Search, { after, limit }: Bounds): Sql {
  const meant = plannedConditionsOf(search.criteria, search);
  const crowd = search.isCrowded ? meantOrNamed(search) : null;
  const { way, stretch } = crowd ? CROWD : meant.plan;
  const satisfied = crowd ?? meant.satisfied;
  const beyond = after ? sql`AND (e."rank", e."id") > (${after.place}::int, ${after.id}::int)` : sql``;
  const entries = sql`"DirectoryEntry" e WHERE ${isFindable(search.viewer)} ${beyond}`;
  const from = (rows: Sql, condition: Sql, order: Sql) =>
    sql`SELECT ${COLUMNS}, e."rank" AS place FROM ${rows} AND ${condition} ORDER BY ${order}, e."id" LIMIT ${limit}`;
  if (way === "walk") return from(entries, satisfied, sql`e."rank"`);
  // No index has this order: the entries come by a bitmap of what they carry.
  const mapped = from(entries, crowd ?? meant.mapped, sql`e."rank" + 0`);
  if (stretch === 0) return mapped;
  const first = sql`(SELECT e.* FROM ${entries} ORDER BY e."rank", e."id" LIMIT ${stretch}) e WHERE TRUE`;
  return sql`
  WITH stretch AS MATERIALIZED (${from(first, satisfied, sql`e."rank"`)})
  SELECT * FROM stretch WHERE (SELECT count(*) FROM stretch) = ${limit}
  UNION ALL SELECT * FROM (${mapped}) m WHERE (SELECT count(*) FROM stretch) < ${limit}`;
}

/** Whether the first people of a list are found the same way whatever is asked for, and one plan serves all. */
export const isWalkedAlike = ({ criteria, isCrowded = false }: Search): boolean =>
  !isCrowded && (criteria.length === 0 || onlyCompetence(criteria) !== null);

/** The people of a list in its static order, from a place on. */
export function walk(search: Search, bounds: Bounds): Sql {
  const wanted = search.isCrowded ? null : onlyCompetence(search.criteria);
  return wanted ? walkLists(search, wanted, bounds) : walkEntries(search, bounds);
}

/** Whether the words typed may be a name besides what they mean. */
const mayBeName = ({ criteria }: Search): boolean =>
  criteria.some(({ typed, kind }) => typed !== null && kind !== "words");

/** Those who bear the words typed as their name, one more than fit a window; null when the words can only be that, or in a crowd. */
export function named(search: Search): Sql | null {
  const isTheirs = isNamed(search.q);
  if (!isTheirs || search.isCrowded || !mayBeName(search)) return null;
  const chosen = search.criteria.filter(({ typed }) => typed === null);
  return sql`SELECT ${COLUMNS}, e."rank" AS place FROM "DirectoryEntry" e
   WHERE ${isFindable(search.viewer)} AND ${isTheirs} AND ${conditionsOf(chosen, search)} LIMIT ${WINDOW + 1}`;
}
