import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import { carries, isNamed } from "../condition/queries";
import { slugsOf } from "../criterion/rules";
import { levelByPlace, type Search } from "../hit/queries";
import { RANKING } from "../ranking/rules";
import { ASPECTS, competenceTokens, namedTokens, type TokenBook } from "../token/queries";

const worth = (condition: Sql, points: number): Sql => sql`(${condition})::int * ${points}::int`;

/** Points for one competence looked for: the level, which may be known, and an offer that uses it. */
function pointsFor(slugs: readonly string[], book: TokenBook, known: Sql | null): Sql {
  const from = (level: number) => carries(competenceTokens(book, slugs, [level]));
  const level =
    known ??
    sql`CASE WHEN ${from(4)} THEN 4 WHEN ${from(3)} THEN 3 WHEN ${from(2)} THEN 2 WHEN ${from(1)} THEN 1 ELSE 0 END`;
  return sql`${level} * ${RANKING.level}::int + ${worth(carries(competenceTokens(book, slugs, ASPECTS.offered)), RANKING.offersIt)}`;
}

/** Points for what is between whoever looks and `e`. */
function pointsBetween({ looker, book }: Search): readonly Sql[] {
  const { asks, offers, provinceCode, associationIds } = looker;
  // As a value, not with EXISTS: that would read all members of the associations.
  const shares = sql`(SELECT TRUE FROM "Membership" b WHERE b."memberId" = e."memberId" AND b."state" IN ('ACTIVE', 'PAUSED')
    AND b."associationId" = ANY (${associationIds}::uuid[]) LIMIT 1) IS TRUE`;
  return [
    ...(asks.length > 0 ? [worth(carries(competenceTokens(book, asks, ASPECTS.offered)), RANKING.givesMe)] : []),
    ...(offers.length > 0 ? [worth(carries(competenceTokens(book, offers, ASPECTS.asked)), RANKING.needsMe)] : []),
    ...(provinceCode ? [worth(carries(namedTokens(book, "provinces", [provinceCode])), RANKING.sameProvince)] : []),
    ...(associationIds.length > 0 ? [worth(shares, RANKING.sharedAssociation)] : []),
  ];
}

/** Whether anything between whoever looks and others may count. */
export const isPersonal = (search: Search): boolean => pointsBetween(search).length > 0;

/** How complete an entry may be. */
const COMPLETE = 5;

/**
 * The most points that anybody after `e` in the static order of a list can have, where nothing personal counts and nothing or one
 * competence is asked for: there the level comes first, and what is lost by one more level may come back by being complete.
 */
export function mostBeyond(search: Search): { readonly most: Sql; readonly isByLevel: boolean } {
  const { level, offersIt, fresh, complete } = RANKING;
  const here = sql`e."completeness" * ${complete}::int + ${fresh.points}::int`;
  const known = levelByPlace(search);
  if (!known) return { most: here, isByLevel: false };
  const below = COMPLETE * complete + fresh.points - level;
  return { most: sql`${known} * ${level}::int + ${offersIt}::int + GREATEST(${here}, ${below}::int)`, isByLevel: true };
}

/** Points of `e` (docs/ranking.md). Whoever looks comes last. */
export function pointsOf(search: Search): Sql {
  const { looker, q, criteria, book } = search;
  const isTheirs = isNamed(q);
  const { points, months } = RANKING.fresh;
  const level = levelByPlace(search);
  const sum = [
    ...criteria.flatMap((one) => (slugsOf(one) ? [pointsFor(slugsOf(one) ?? [], book, level)] : [])),
    ...(isTheirs ? [worth(isTheirs, RANKING.named)] : []),
    ...pointsBetween(search),
    worth(sql`directory_month(e."rank") > directory_month_of(now()) - ${months}::int`, points),
    sql`e."completeness" * ${RANKING.complete}::int`,
  ].reduce((left, right) => sql`${left} + ${right}`);
  return looker.memberId ? sql`CASE WHEN e."memberId" = ${looker.memberId}::uuid THEN -1 ELSE ${sum} END` : sum;
}
