import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import { placesWithin } from "@/lib/taxonomy/place/rules";
import { nameWordsOf, slugsOf } from "../criterion/rules";
import type { LookerFacts } from "../looker/queries";
import { PARTS } from "../part/rules";
import { ASPECTS, competenceTokens, namedTokens, placeTokens, type TokenBook } from "../token/queries";
import type { Criterion, Side } from "../types";

/* Parts of a statement that speak of `e`, a row of "DirectoryEntry". */

export const allOf = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql`TRUE` : parts.reduce((left, right) => sql`${left} AND ${right}`);

/** Entries that carry any of some tokens. */
export const carries = (tokens: readonly number[]): Sql => sql`e."tokens" && ${tokens}::int[]`;

type Scope = { readonly sides: readonly Side[]; readonly level: number | null };

/** Levels that count from a least one on; a trade typed counts for whoever only says it in their headline, too. */
export function aspectsOf(criterion: Criterion, level: number | null): readonly number[] {
  const held = ASPECTS.held.filter((one) => one >= (level ?? 1));
  return criterion.typed !== null && level === null ? [...held, ...ASPECTS.said] : held;
}

type Asked = Scope & { readonly looker: LookerFacts; readonly book: TokenBook; readonly hasCompetence: boolean };

/** Who has a competence; with a side chosen, who offers or asks for something that uses it. */
function holds(slugs: readonly string[], criterion: Criterion, { sides, level, book }: Asked): Sql {
  const isOffered = sides.includes("offers");
  const isAsked = sides.includes("asks");
  const isHeld = isOffered || isAsked ? level !== null && !isAsked : true;
  const tokens = (aspects: readonly number[]) => competenceTokens(book, slugs, aspects);
  return allOf([
    ...(isOffered ? [carries(tokens(ASPECTS.offered))] : []),
    ...(isAsked ? [carries(tokens(ASPECTS.asked))] : []),
    ...(isHeld ? [carries(tokens(aspectsOf(criterion, level)))] : []),
  ]);
}

function isOfSide(side: Side, { looker, book }: Asked): Sql {
  if (side === "offers" || side === "asks") return carries(namedTokens(book, "has", [side]));
  const [slugs, aspect] = side === "givesMe" ? [looker.asks, ASPECTS.offered] : [looker.offers, ASPECTS.asked];
  return sql`${carries(competenceTokens(book, slugs, aspect))} AND e."memberId" IS DISTINCT FROM ${looker.memberId}::uuid`;
}

/** A belonging counts when its owner opened it to this class of viewers, or when whoever looks shares it (rule A2). */
const belongsTo = (slug: string, { associationIds }: LookerFacts): Sql => sql`EXISTS (
  SELECT 1 FROM "Membership" b JOIN "Association" a ON a."id" = b."associationId"
   WHERE b."memberId" = e."memberId" AND b."state" IN ('ACTIVE', 'PAUSED') AND a."slug" = ${slug} AND a."state" <> 'CLOSED'
     AND (a."id" = ANY (${associationIds}::uuid[]) OR (b."isVisible" AND e."shows" & ${PARTS.memberships}::int <> 0)))`;

const levelsFrom = (level: number) => ASPECTS.held.filter((one) => one >= level).map((one) => `level${one}`);

function conditionOf(criterion: Criterion, asked: Asked): Sql {
  const named = (...of: [Parameters<typeof namedTokens>[1], readonly string[]]) =>
    carries(namedTokens(asked.book, ...of));
  switch (criterion.kind) {
    case "competence":
    case "area":
      return holds(slugsOf(criterion) ?? [], criterion, asked);
    case "place":
      return carries(placeTokens(asked.book, placesWithin(criterion.places, criterion.within)));
    case "words":
      return sql`e."words" @@ directory_words(${criterion.words}::text[])`;
    case "association":
      return belongsTo(criterion.slug, asked.looker);
    case "side":
      return isOfSide(criterion.side, asked);
    case "level":
      return asked.hasCompetence ? sql`TRUE` : named("has", levelsFrom(criterion.level));
    case "language":
      return named("languages", [criterion.code]);
    case "ready":
      return named("has", [criterion.ready]);
  }
}

type Who = { readonly looker: LookerFacts; readonly book: TokenBook };

/** Everything that must hold of `e`, for whoever looks. */
export function conditionsOf(criteria: readonly Criterion[], who: Who): Sql {
  const sides = criteria.flatMap((one) => (one.kind === "side" ? [one.side] : []));
  const level = criteria.find((one) => one.kind === "level")?.level ?? null;
  const hasCompetence = criteria.some(({ kind }) => kind === "competence" || kind === "area");
  return allOf(criteria.map((one) => conditionOf(one, { ...who, sides, level, hasCompetence })));
}

/** Whether all words typed are in the name: «Ferrara» may be a town, and a surname. Null without words. */
export function isNamed(q: string): Sql | null {
  const words = nameWordsOf(q);
  if (words.length === 0) return null;
  const query = words.map((word) => `${word}:*`).join(" & ");
  return sql`to_tsvector('simple'::regconfig, e."nameText") @@ to_tsquery('simple', ${query})`;
}
