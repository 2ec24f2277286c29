import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import { placesWithin } from "@/lib/taxonomy/place/rules";
import { nameWordsOf, slugsOf } from "../criterion/rules";
import type { LookerFacts } from "../looker/queries";
import { PARTS } from "../part/rules";
import { planOf, type Share, shareOfWord } from "../plan/rules";
import { ASPECTS, competenceTokens, namedTokens, placeTokens, shareOf, type TokenBook } from "../token/queries";
import type { Side, Sought } from "../types";

/* Parts of a statement that speak of `e`, a row of "DirectoryEntry". */

const allOf = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql`TRUE` : parts.reduce((left, right) => sql`${left} AND ${right}`);

/** Entries that carry any of some tokens. */
export const carries = (tokens: readonly number[]): Sql => sql`e."tokens" && ${tokens}::int[]`;

/** One thing asked of `e`, and how common it is; null where nobody knows. */
type Demand = { readonly condition: Sql; readonly share: Share };

/** Any of some tokens. */
const anyOf = (tokens: readonly number[], book: TokenBook): Demand => ({
  condition: carries(tokens),
  share: shareOf(book, tokens),
});

/** All of some words. */
const says = (words: readonly string[], { words: common }: TokenBook): Demand => ({
  condition: sql`e."words" @@ directory_words(${words}::text[])`,
  share: words.reduce((share, word) => share * shareOfWord(common, word), 1),
});

type Scope = { readonly sides: readonly Side[]; readonly level: number | null };

/** Levels that count from a least one on; a trade typed counts for whoever only says it in their headline, too. */
export function aspectsOf(criterion: Sought, level: number | null): readonly number[] {
  const held = ASPECTS.held.filter((one) => one >= (level ?? 1));
  return criterion.typed !== null && level === null ? [...held, ...ASPECTS.said] : held;
}

type Who = { readonly looker: LookerFacts; readonly book: TokenBook };
type Asked = Scope & Who & { readonly hasCompetence: boolean };

/** Who has a competence; with a side chosen, who offers or asks for something that uses it. */
function holds(criterion: Sought, { sides, level, book }: Asked): readonly Demand[] {
  const isOffered = sides.includes("offers");
  const isAsked = sides.includes("asks");
  const isAny = !isOffered && !isAsked && level === null;
  if (criterion.kind === "area" && isAny) return [anyOf(namedTokens(book, "areas", [criterion.slug]), book)];
  const isHeld = isOffered || isAsked ? level !== null && !isAsked : true;
  const held = (aspects: readonly number[]) => anyOf(competenceTokens(book, slugsOf(criterion) ?? [], aspects), book);
  return [
    ...(isOffered ? [held(ASPECTS.offered)] : []),
    ...(isAsked ? [held(ASPECTS.asked)] : []),
    ...(isHeld ? [held(aspectsOf(criterion, level))] : []),
  ];
}

function isOfSide(side: Side, { looker, book }: Asked): readonly Demand[] {
  if (side === "offers" || side === "asks") return [anyOf(namedTokens(book, "has", [side]), book)];
  const [slugs, aspect] = side === "givesMe" ? [looker.asks, ASPECTS.offered] : [looker.offers, ASPECTS.asked];
  const isOther = sql`e."memberId" IS DISTINCT FROM ${looker.memberId}::uuid`;
  return [anyOf(competenceTokens(book, slugs, aspect), book), { condition: isOther, share: 1 }];
}

/** A belonging counts when its owner opened it to this class of viewers, or when whoever looks shares it (rule A2). */
const belongsTo = (slug: string, { associationIds }: LookerFacts): Sql => sql`EXISTS (
  SELECT 1 FROM "Membership" b JOIN "Association" a ON a."id" = b."associationId"
   WHERE b."memberId" = e."memberId" AND b."state" IN ('ACTIVE', 'PAUSED') AND a."slug" = ${slug} AND a."state" <> 'CLOSED'
     AND (a."id" = ANY (${associationIds}::uuid[]) OR (b."isVisible" AND e."shows" & ${PARTS.memberships}::int <> 0)))`;

const levelsFrom = (level: number) => ASPECTS.held.filter((one) => one >= level).map((one) => `level${one}`);

function demandsOf(criterion: Sought, asked: Asked): readonly Demand[] {
  const { book } = asked;
  switch (criterion.kind) {
    case "competence":
    case "area":
      return holds(criterion, asked);
    case "place":
      return [anyOf(placeTokens(book, placesWithin(criterion.places, criterion.within)), book)];
    case "words":
      return [says(criterion.words, book)];
    case "association":
      return [{ condition: belongsTo(criterion.slug, asked.looker), share: null }];
    case "side":
      return isOfSide(criterion.side, asked);
    case "level":
      return asked.hasCompetence ? [] : [anyOf(namedTokens(book, "has", levelsFrom(criterion.level)), book)];
    case "language":
      return [anyOf(namedTokens(book, "languages", [criterion.code]), book)];
    case "ready":
      return [anyOf(namedTokens(book, "has", [criterion.ready]), book)];
  }
}

/** Everything asked of `e`, for whoever looks. */
function allDemands(criteria: readonly Sought[], { looker, book }: Who): readonly Demand[] {
  const sides = criteria.flatMap((one) => (one.kind === "side" ? [one.side] : []));
  const level = criteria.find((one) => one.kind === "level")?.level ?? null;
  const hasCompetence = criteria.some(({ kind }) => kind === "competence" || kind === "area");
  return criteria.flatMap((one) => demandsOf(one, { looker, book, sides, level, hasCompetence }));
}

/** Everything that must hold of `e`, for whoever looks. */
export const conditionsOf = (criteria: readonly Sought[], who: Who): Sql =>
  allOf(allDemands(criteria, who).map(({ condition }) => condition));

/** The same for whoever goes by a plan: what is not to be mapped is written so that no index answers for it. */
export function plannedConditionsOf(criteria: readonly Sought[], who: Who) {
  const demands = allDemands(criteria, who);
  const plan = planOf(
    demands.map(({ share }) => share),
    who.book.people.get(0) ?? 0,
  );
  const parts = demands.map(({ condition }, i) => (plan.isMapped[i] ? condition : sql`(${condition}) IS TRUE`));
  return { plan, satisfied: allOf(demands.map(({ condition }) => condition)), mapped: allOf(parts) };
}

/** Whether all words typed are in the name: «Ferrara» may be a town, and a surname. Null without words. */
export function isNamed(q: string): Sql | null {
  const words = nameWordsOf(q);
  if (words.length === 0) return null;
  const query = words.map((word) => `${word}:*`).join(" & ");
  return sql`to_tsvector('simple'::regconfig, e."nameText") @@ to_tsquery('simple', ${query})`;
}
