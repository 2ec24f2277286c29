import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import { placesWithin } from "@/lib/taxonomy/place/rules";
import { nameWordsOf, slugsOf } from "../criterion/rules";
import type { LookerFacts } from "../looker/queries";
import { ASPECTS, competenceTokens, namedTokens, placeName } from "../token/queries";
import type { Criterion, Side } from "../types";

/* Parts of a statement that speak of `e`, a row of "DirectoryEntry". */

export const allOf = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql`TRUE` : parts.reduce((left, right) => sql`${left} AND ${right}`);

const carries = (tokens: Sql): Sql => sql`e."tokens" && ${tokens}`;

type Scope = { readonly sides: readonly Side[]; readonly level: number | null };

/** Levels that count from a least one on; a trade typed counts for whoever only says it in their headline, too. */
export function aspectsOf(criterion: Criterion, level: number | null): readonly number[] {
  const held = ASPECTS.held.filter((one) => one >= (level ?? 1));
  return criterion.typed !== null && level === null ? [...held, ...ASPECTS.said] : held;
}

/** Who has a competence; with a side chosen, who offers or asks for something that uses it. */
function holds(slugs: readonly string[], criterion: Criterion, { sides, level }: Scope): Sql {
  const isOffered = sides.includes("offers");
  const isAsked = sides.includes("asks");
  const isHeld = isOffered || isAsked ? level !== null && !isAsked : true;
  return allOf([
    ...(isOffered ? [carries(competenceTokens(slugs, ASPECTS.offered))] : []),
    ...(isAsked ? [carries(competenceTokens(slugs, ASPECTS.asked))] : []),
    ...(isHeld ? [carries(competenceTokens(slugs, aspectsOf(criterion, level)))] : []),
  ]);
}

function isOfSide(side: Side, looker: LookerFacts): Sql {
  if (side === "offers" || side === "asks") return carries(namedTokens([`has:${side}`]));
  const [slugs, aspect] = side === "givesMe" ? [looker.asks, ASPECTS.offered] : [looker.offers, ASPECTS.asked];
  return sql`${carries(competenceTokens(slugs, aspect))} AND e."memberId" IS DISTINCT FROM ${looker.memberId}::uuid`;
}

/** A belonging counts when its owner opened it to this class of viewers, or when whoever looks shares it (rule A2). */
const belongsTo = (slug: string, { associationIds }: LookerFacts): Sql => sql`e."memberId" IN (
  SELECT b."memberId" FROM "Membership" b JOIN "Association" a ON a."id" = b."associationId"
   WHERE b."state" IN ('ACTIVE', 'PAUSED') AND a."slug" = ${slug} AND a."state" <> 'CLOSED'
     AND (a."id" = ANY (${associationIds}::uuid[]) OR (b."isVisible" AND e."shows" & 32 <> 0)))`;

const levelsFrom = (level: number) => ASPECTS.held.filter((one) => one >= level).map((one) => `has:level${one}`);

type Asked = Scope & { readonly looker: LookerFacts; readonly hasCompetence: boolean };

function conditionOf(criterion: Criterion, asked: Asked): Sql {
  switch (criterion.kind) {
    case "competence":
      return holds(criterion.slugs, criterion, asked);
    case "area":
      return holds(slugsOf(criterion) ?? [], criterion, asked);
    case "place":
      return carries(namedTokens(placesWithin(criterion.places, criterion.within).map(placeName)));
    case "words":
      return sql`e."words" @@ directory_words(${criterion.words}::text[])`;
    case "association":
      return belongsTo(criterion.slug, asked.looker);
    case "side":
      return isOfSide(criterion.side, asked.looker);
    case "level":
      return asked.hasCompetence ? sql`TRUE` : carries(namedTokens(levelsFrom(criterion.level)));
    case "language":
      return carries(namedTokens([`language:${criterion.code}`]));
    case "ready":
      return carries(namedTokens([`has:${criterion.ready}`]));
  }
}

/** Everything that must hold of `e`, for a visitor or member who looks. */
export function conditionsOf(criteria: readonly Criterion[], looker: LookerFacts): Sql {
  const sides = criteria.flatMap((one) => (one.kind === "side" ? [one.side] : []));
  const level = criteria.find((one) => one.kind === "level")?.level ?? null;
  const hasCompetence = criteria.some(({ kind }) => kind === "competence" || kind === "area");
  return allOf(criteria.map((one) => conditionOf(one, { sides, level, looker, hasCompetence })));
}

/** Whether all words typed are in the name: «Ferrara» may be a town, and a surname. Null without words. */
export function isNamed(q: string): Sql | null {
  const words = nameWordsOf(q);
  if (words.length === 0) return null;
  const query = words.map((word) => `${word}:*`).join(" & ");
  return sql`to_tsvector('simple'::regconfig, e."nameText") @@ to_tsquery('simple', ${query})`;
}
