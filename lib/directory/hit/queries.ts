import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { type Sql, sql } from "@/lib/db/sql";
import { aspectsOf, conditionsOf, isNamed, plannedConditionsOf } from "../condition/queries";
import type { StaticCursor } from "../cursor/rules";
import { isFindable, type LookerFacts } from "../looker/queries";
import { WINDOW } from "../ranking/rules";
import { competenceTokens, type TokenBook } from "../token/queries";
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

/** Who has any of some competences. Of somebody in several lists only the best place counts. */
function walkLists({ viewer, book }: Search, { slugs, levels }: Wanted, { after, limit }: Bounds): Sql {
  const held = competenceTokens(book, slugs, [0]);
  const lists = held.map((token) => token / 4 + (viewer ? 1 : 0));
  const beyond = after ? sql`AND (p."rank", p."entryId") > (${after.place}::int, ${after.id}::int)` : sql``;
  const last = (5 - Math.min(...levels)) * 2 ** 24;
  const from = (list: Sql, condition: Sql) => sql`
  SELECT ${COLUMNS}, p."rank" AS place FROM "DirectoryPosting" p JOIN "DirectoryEntry" e ON e."id" = p."entryId"
   WHERE p."list" = ${list} AND p."rank" < ${last}::int ${beyond} AND ${condition}
   ORDER BY p."rank", p."entryId" LIMIT ${limit}`;
  if (lists.length === 1) return from(sql`${lists[0]}::int`, sql`TRUE`);
  const isBest = sql`p."rank" = directory_place(e."rank", e."tokens", ${held}::int[])`;
  return sql`
  SELECT DISTINCT ON (e.place, e."id") e.* FROM unnest(${lists}::int[]) l (list), LATERAL (${from(sql`l.list`, isBest)}) e
   ORDER BY e.place, e."id" LIMIT ${limit}`;
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
