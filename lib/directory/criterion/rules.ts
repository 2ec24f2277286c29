import { fold } from "@/lib/core/text";
import { understand } from "@/lib/taxonomy/search/rules";
import type { Language, Understanding } from "@/lib/taxonomy/types";
import { withoutWords } from "../filter/rules";
import type { Criterion, Filters } from "../types";

const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words a name must contain to be the name that was typed. */
export function nameWordsOf(q: string): readonly string[] {
  return wordsOf(q);
}

/** Everything that narrows a list: first what the words mean, then what was chosen. */
export function criteriaOf(filters: Filters, language: Language): readonly Criterion[] {
  return [...criteriaOfWords(filters, language), ...criteriaOfChoices({ ...filters, after: null })];
}

function criteriaOfWords(filters: Filters, language: Language): readonly Criterion[] {
  if (filters.q === "") return [];
  const read = understand(filters.q, language);
  const without = (matched: string) => ({ ...filters, after: null, q: withoutWords(filters.q, matched, read.tokens) });
  const competences = read.competenceGroups.map((slugs, group): Criterion => {
    const matched = read.competences.find((one) => one.group === group)?.matched ?? "";
    return { kind: "competence", slugs, matched, without: without(matched) };
  });
  const rest = restOf(filters.q, read);
  const words: readonly Criterion[] = rest
    ? [{ kind: "words", words: wordsOf(rest), matched: rest, without: without(rest) }]
    : [];
  return [...competences, ...placesOf(read, without), ...words];
}

function placesOf({ places }: Understanding, without: (matched: string) => Filters): readonly Criterion[] {
  if (places.length === 0) return [];
  const matched = [...new Set(places.map((place) => place.matched))].join(" ");
  return [
    { kind: "place", places: places.map(({ type, ref }) => ({ type, ref })), matched, without: without(matched) },
  ];
}

/** What is left over; all of it when nothing was understood, so that no search of words finds everyone. */
function restOf(q: string, { rest, competenceGroups, places }: Understanding): string {
  return rest === "" && competenceGroups.length === 0 && places.length === 0 ? wordsOf(q).join(" ") : rest;
}

function criteriaOfChoices(filters: Filters): readonly Criterion[] {
  const { competences, areas, place, association, sides, level } = filters;
  const chosen = <T extends object>(criterion: T, changes: Partial<Filters>) => ({
    ...criterion,
    matched: null,
    without: { ...filters, ...changes },
  });
  return [
    ...competences.map((slug) =>
      chosen(
        { kind: "competence" as const, slugs: [slug] },
        { competences: competences.filter((one) => one !== slug) },
      ),
    ),
    ...areas.map((slug) => chosen({ kind: "area" as const, slug }, { areas: areas.filter((one) => one !== slug) })),
    ...(place ? [chosen({ kind: "place" as const, places: [place] }, { place: null })] : []),
    ...(association ? [chosen({ kind: "association" as const, slug: association }, { association: null })] : []),
    ...sides.map((side) => chosen({ kind: "side" as const, side }, { sides: sides.filter((one) => one !== side) })),
    ...(level ? [chosen({ kind: "level" as const, level }, { level: null })] : []),
  ];
}
