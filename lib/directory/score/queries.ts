import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import { isNamed } from "../condition/queries";
import { slugsOf } from "../criterion/rules";
import type { Search } from "../hit/queries";
import { RANKING } from "../ranking/rules";
import { ASPECTS, competenceTokens, namedTokens } from "../token/queries";

const has = (tokens: Sql): Sql => sql`e."tokens" && ${tokens}`;

/** Points for one competence looked for: the level, and an offer that uses it. */
function pointsFor(slugs: readonly string[]): Sql {
  const from = (level: number) => has(competenceTokens(slugs, [level]));
  return sql`CASE WHEN ${from(4)} THEN 4 WHEN ${from(3)} THEN 3 WHEN ${from(2)} THEN 2 WHEN ${from(1)} THEN 1 ELSE 0 END * ${RANKING.level}::int
    + (${has(competenceTokens(slugs, ASPECTS.offered))})::int * ${RANKING.offersIt}::int`;
}

/** Points of `e` (docs/ranking.md). Whoever looks comes last. */
export function pointsOf({ looker, q, criteria }: Search): Sql {
  const { asks, offers, provinceCode, associationIds, memberId } = looker;
  const isTheirs = isNamed(q);
  const { points, months } = RANKING.fresh;
  const parts = [
    ...criteria.flatMap((one) => (slugsOf(one) ? [pointsFor(slugsOf(one) ?? [])] : [])),
    ...(isTheirs ? [sql`(${isTheirs})::int * ${RANKING.named}::int`] : []),
    ...(asks.length > 0 ? [sql`(${has(competenceTokens(asks, ASPECTS.offered))})::int * ${RANKING.givesMe}::int`] : []),
    ...(offers.length > 0
      ? [sql`(${has(competenceTokens(offers, ASPECTS.asked))})::int * ${RANKING.needsMe}::int`]
      : []),
    ...(provinceCode
      ? [sql`(${has(namedTokens([`province:${provinceCode}`]))})::int * ${RANKING.sameProvince}::int`]
      : []),
    ...(associationIds.length > 0
      ? [
          sql`(EXISTS (SELECT 1 FROM "Membership" b WHERE b."memberId" = e."memberId" AND b."state" IN ('ACTIVE', 'PAUSED')
          AND b."associationId" = ANY (${associationIds}::uuid[])))::int * ${RANKING.sharedAssociation}::int`,
        ]
      : []),
    sql`(directory_month(e."rank") > directory_month_of(now()) - ${months}::int)::int * ${points}::int`,
    sql`e."completeness" * ${RANKING.complete}::int`,
  ].reduce((left, right) => sql`${left} + ${right}`);
  return memberId ? sql`CASE WHEN e."memberId" = ${memberId}::uuid THEN -1 ELSE ${parts} END` : parts;
}
