import { ancestorsOf } from "@/lib/taxonomy/rules";
import type { Criterion, FoundPerson, Looker, Reason } from "../types";

const REASONS_MAX = 2;

/** Whether a competence is one of those looked for, or lies below one. */
const isAmong = (slug: string, sought: readonly string[]) =>
  [slug, ...ancestorsOf(slug)].some((above) => sought.includes(above));

const soughtBy = (criteria: readonly Criterion[]) =>
  criteria.flatMap((one) => (one.kind === "competence" ? [one.slugs] : []));

/** Why somebody is in a list, most telling first; at least one wherever the list was narrowed. Says only what the card shows. */
export function reasonsFor(person: FoundPerson, criteria: readonly Criterion[], looker: Looker): readonly Reason[] {
  const isSelf = person.handle === looker.handle;
  const reasons = [
    ...(person.isNamed ? [{ code: "name" } as const] : []),
    ...exchangesSought(person, criteria),
    ...competencesSought(person, criteria),
    ...(isSelf ? [] : meetings(person, looker)),
    ...(person.isNamed ? [] : wordsFound(person, criteria)),
    ...(isSelf ? [] : inCommon(person, looker)),
  ];
  return (reasons.length > 0 ? reasons : offhand(person)).slice(0, REASONS_MAX);
}

function exchangesSought(person: FoundPerson, criteria: readonly Criterion[]): readonly Reason[] {
  const sought = soughtBy(criteria).flat();
  return criteria.flatMap((one): Reason[] => {
    if (one.kind !== "side" || (one.side !== "offers" && one.side !== "asks")) return [];
    const listed = person.card[one.side].flatMap(({ competence }) => competence ?? []);
    return [{ code: one.side, slug: listed.find((slug) => isAmong(slug, sought)) ?? listed[0] ?? null }];
  });
}

/** The best of their competences for each thing looked for; the place goes with the first. */
function competencesSought(person: FoundPerson, criteria: readonly Criterion[]): readonly Reason[] {
  const place = criteria.some(({ kind }) => kind === "place") ? person.placeSlug : null;
  const best = soughtBy(criteria).flatMap((slugs) => {
    const held = person.card.competences.filter(({ slug }) => isAmong(slug, slugs));
    return held.toSorted((a, b) => b.level - a.level).slice(0, 1);
  });
  const told = best.filter(({ slug }, i) => best.findIndex((other) => other.slug === slug) === i);
  const reasons = told.map(
    ({ slug, level }, i) => ({ code: "competence", slug, level, place: i === 0 ? place : null }) as const,
  );
  return reasons.length > 0 || !place ? reasons : [{ code: "place", place }];
}

/** What one offers and the other asks for, in either direction. */
function meetings(person: FoundPerson, looker: Looker): readonly Reason[] {
  const used = (side: "offers" | "asks") => person.card[side].flatMap(({ competence }) => competence ?? []);
  const given = used("offers").find((slug) => isAmong(slug, looker.asks));
  const needed = used("asks").find((slug) => isAmong(slug, looker.offers));
  return [
    ...(needed ? [{ code: "needsMe", slug: needed } as const] : []),
    ...(given ? [{ code: "givesMe", slug: given } as const] : []),
  ];
}

/**
 * Words of theirs: those that mean nothing to the taxonomy, and those of a trade they name without listing it. Among offers or
 * asks a trade is found in what is offered or asked for, never in words.
 */
function wordsFound(person: FoundPerson, criteria: readonly Criterion[]): readonly Reason[] {
  const isListed = (slugs: readonly string[]) => person.card.competences.some(({ slug }) => isAmong(slug, slugs));
  const isOfSide = criteria.some((one) => one.kind === "side" && (one.side === "offers" || one.side === "asks"));
  return criteria.flatMap((one): Reason[] => {
    if (one.kind === "words") return [{ code: "words", words: one.typed ?? one.words.join(" ") }];
    const isOnlySaid = !isOfSide && one.kind === "competence" && one.typed !== null && !isListed(one.slugs);
    return isOnlySaid ? [{ code: "words", words: one.typed }] : [];
  });
}

function inCommon(person: FoundPerson, looker: Looker): readonly Reason[] {
  const shared = person.associations.find(({ isShared }) => isShared);
  const values = person.card.values.filter((slug) => looker.values.includes(slug));
  const isNear = person.placeSlug !== null && person.provinceCode === looker.provinceCode;
  return [
    ...(shared ? [{ code: "association", name: shared.name } as const] : []),
    ...(values.length > 1 ? [{ code: "values", slugs: values.slice(0, 3) } as const] : []),
    ...(isNear ? [{ code: "near", place: person.placeSlug } as const] : []),
  ];
}

/** In a list nobody narrowed, the first thing they say they can do. */
function offhand({ card }: FoundPerson): readonly Reason[] {
  return card.competences.slice(0, 1).map(({ slug, level }) => ({ code: "competence", slug, level, place: null }));
}
