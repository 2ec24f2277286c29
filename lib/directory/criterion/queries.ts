import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import { COMPETENCES, descendantsOf } from "@/lib/taxonomy/rules";
import type { PlaceRef } from "@/lib/taxonomy/types";
import { RANKING } from "../ranking/rules";
import type { Criterion, Side } from "../types";
import { nameWordsOf } from "./rules";

/*
 * Parts of the one statement of the people's list. They speak of `e`, a row of "DirectoryEntry", and of `me`, a single row on
 * whoever looks: asks and offers (competence ids), associations (ids), values, "provinceCode".
 */

export const allOf = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql`TRUE` : parts.reduce((left, right) => sql`${left} AND ${right}`);
const anyOf = (parts: readonly Sql[]): Sql => parts.reduce((left, right) => sql`${left} OR ${right}`);

/** Texts are folded, so a word begins after anything that is neither letter nor figure. */
const begins = (word: string) => `(^|[^a-z0-9])${word}`;

const idsOf = (slugs: readonly string[]) =>
  sql`ARRAY(SELECT "id" FROM "Competence" WHERE "slug" = ANY (${slugs}::text[]))`;
const slugsOf = (criterion: Criterion): readonly string[] | null => {
  if (criterion.kind === "competence") return criterion.slugs;
  if (criterion.kind !== "area") return null;
  return COMPETENCES.filter(({ area }) => area === criterion.slug).map(({ slug }) => slug);
};

/** Competences with all below them: the index adds ancestors, a person's own list names only what they chose. */
const familyOf = (slugs: readonly string[]) => [...new Set(slugs.flatMap((slug) => [slug, ...descendantsOf(slug)]))];

const hasLevel = (slugs: readonly string[] | null, level: number): Sql => sql`EXISTS (
  SELECT 1 FROM jsonb_to_recordset(e."card" -> 'competences') AS own ("slug" text, "level" int)
   WHERE own."level" >= ${level} AND (${slugs === null} OR own."slug" = ANY (${familyOf(slugs ?? [])}::text[])))`;

type Scope = { readonly sides: readonly Side[]; readonly level: number | null };

/** Who has a competence; with a side chosen, who offers or asks for something that uses it. */
function holds(slugs: readonly string[], { sides, level }: Scope): Sql {
  const ids = idsOf(slugs);
  const isOffered = sides.includes("offers");
  const isAsked = sides.includes("asks");
  return allOf([
    ...(isOffered ? [sql`e."offerIds" && ${ids}`] : []),
    ...(isAsked ? [sql`e."askIds" && ${ids}`] : []),
    ...(isOffered || isAsked ? [] : [sql`e."competenceIds" && ${ids}`]),
    ...(level && !isAsked ? [hasLevel(slugs, level)] : []),
  ]);
}

/** The same, or a headline that says the words as typed: not everybody lists as a competence what they call themselves. */
function holdsOrSays(slugs: readonly string[], typed: string | null, scope: Scope): Sql {
  const isPlain =
    typed !== null && scope.level === null && !scope.sides.some((side) => side === "offers" || side === "asks");
  if (!isPlain) return holds(slugs, scope);
  const whole = nameWordsOf(typed).map((word) => sql`e."text" ~ ${`^([^|]*[^a-z0-9|])?${word}([^a-z0-9]|$)`}`);
  return sql`(${holds(slugs, scope)} OR (${allOf(whole)}))`;
}

const SIDES_SQL: Readonly<Record<Side, Sql>> = {
  offers: sql`e."card" -> 'offers' <> '[]'`,
  asks: sql`e."card" -> 'asks' <> '[]'`,
  givesMe: sql`(e."offerIds" && (SELECT asks FROM me) AND e."memberId" IS DISTINCT FROM (SELECT id FROM me))`,
  needsMe: sql`(e."askIds" && (SELECT offers FROM me) AND e."memberId" IS DISTINCT FROM (SELECT id FROM me))`,
};

function liesIn({ type, ref }: PlaceRef): Sql {
  if (type === "municipality") return sql`e."placeSlug" = ${ref}`;
  return type === "province" ? sql`e."provinceCode" = ${ref}` : sql`e."regionSlug" = ${ref}`;
}

/** A belonging counts when its owner opened it to this class of viewers, or when whoever looks shares it (rule A2). */
const belongsTo = (slug: string): Sql => sql`EXISTS (
  SELECT 1 FROM "Membership" b JOIN "Association" a ON a."id" = b."associationId"
   WHERE b."memberId" = e."memberId" AND b."state" IN ('ACTIVE', 'PAUSED') AND a."slug" = ${slug} AND a."state" <> 'CLOSED'
     AND (a."id" = ANY ((SELECT associations FROM me)::uuid[]) OR (b."isVisible" AND (e."card" ->> 'showsMemberships')::boolean)))`;

const says = (words: readonly string[]): Sql =>
  allOf(words.map((word) => sql`(e."text" ~ ${begins(word)} OR e."nameText" ~ ${begins(word)})`));

function conditionOf(criterion: Criterion, scope: Scope, criteria: readonly Criterion[]): Sql {
  switch (criterion.kind) {
    case "competence":
      return holdsOrSays(criterion.slugs, criterion.typed, scope);
    case "area":
      return holds(slugsOf(criterion) ?? [], scope);
    case "place":
      return sql`(${anyOf(criterion.places.map(liesIn))})`;
    case "words":
      return says(criterion.words);
    case "association":
      return belongsTo(criterion.slug);
    case "side":
      return SIDES_SQL[criterion.side];
    case "level":
      return criteria.some((one) => slugsOf(one)) ? sql`TRUE` : hasLevel(null, criterion.level);
  }
}

/** Whether all words typed are in the name: «Ferrara» may be a town, and a surname. FALSE without words. */
export function isNamed(q: string): Sql {
  const words = nameWordsOf(q);
  return words.length === 0 ? sql`FALSE` : sql`(${allOf(words.map((word) => sql`e."nameText" ~ ${begins(word)}`))})`;
}

/** Who satisfies everything: what the words mean, or a name that reads like them; and all that was chosen. */
export function whereOf(criteria: readonly Criterion[], q: string): Sql {
  const sides = criteria.flatMap((one) => (one.kind === "side" ? [one.side] : []));
  const level = criteria.find((one) => one.kind === "level")?.level ?? null;
  const conditions = (kept: readonly Criterion[]) => kept.map((one) => conditionOf(one, { sides, level }, criteria));
  const meant = conditions(criteria.filter(({ typed }) => typed !== null));
  const chosen = conditions(criteria.filter(({ typed }) => typed === null));
  return allOf([...(meant.length > 0 ? [sql`((${allOf(meant)}) OR ${isNamed(q)})`] : []), ...chosen]);
}

/** Points of one person (lib/directory/ranking). `shared` is whether they belong to an association of whoever looks, who comes last. */
export function scoreOf(criteria: readonly Criterion[], q: string): Sql {
  const sought = criteria.flatMap((criterion) => {
    const slugs = slugsOf(criterion);
    return slugs ? [slugs] : [];
  });
  const points = sought.map(
    (
      slugs,
    ) => sql`COALESCE((SELECT max(own."level") FROM jsonb_to_recordset(e."card" -> 'competences') AS own ("slug" text, "level" int)
        WHERE own."slug" = ANY (${familyOf(slugs)}::text[])), 0) * ${RANKING.level}
      + (e."offerIds" && ${idsOf(slugs)})::int * ${RANKING.offersIt}`,
  );
  const sum = [
    ...points,
    sql`${isNamed(q)}::int * ${RANKING.named}`,
    sql`${SIDES_SQL.givesMe}::int * ${RANKING.givesMe}`,
    sql`${SIDES_SQL.needsMe}::int * ${RANKING.needsMe}`,
    sql`(shared."memberId" IS NOT NULL)::int * ${RANKING.sharedAssociation}`,
    sql`COALESCE(e."provinceCode" = (SELECT "provinceCode" FROM me), FALSE)::int * ${RANKING.sameProvince}`,
    sql`(SELECT count(*)::int FROM jsonb_array_elements_text(e."card" -> 'values') v WHERE v = ANY ((SELECT "values" FROM me)::text[])) * ${RANKING.sharedValue}`,
  ].reduce((left, right) => sql`${left} + ${right}`);
  return sql`CASE WHEN e."memberId" = (SELECT id FROM me) THEN -1 ELSE ${sum} END`;
}
