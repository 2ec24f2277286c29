import { ok, refuse } from "@/lib/core/result";
import { placeRefLabel } from "@/lib/taxonomy/place/rules";
import { areaLabel, competenceLabel } from "@/lib/taxonomy/rules";
import type { Language } from "@/lib/taxonomy/types";
import { queryOf, readFilters } from "../filter/rules";
import type { CardAssociation, Filters, Ready, Side } from "../types";
import { SEARCH_DONE, type SearchDone } from "./types";

export const SAVED_MAX = 20;
export const QUERY_LENGTH_MAX = 2000;

export type SaveRefusal = "directory.tooManySearches";

/** The search an address's query asks for, whatever its order, view and page. */
export function filtersOfQuery(query: string): Filters {
  const params = new URLSearchParams(query);
  const given = Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
  const { competences, areas, ...filters } = readFilters(given);
  const { sort, view, after } = readFilters({});
  return { ...filters, competences: competences.toSorted(), areas: areas.toSorted(), sort, view, after };
}

/** The query under which a search is kept: what finds the same is written the same. Empty when nothing is looked for. */
export function keptQuery(filters: Filters): string {
  const written = (one: Filters) =>
    new URLSearchParams(
      Object.entries(queryOf(one)).flatMap(([name, all]) => [all].flat().map((text) => [name, text])),
    );
  return written(filtersOfQuery(written(filters).toString())).toString();
}

export type SavedFacts = { readonly isSaved: boolean; readonly places: readonly number[] };

/** The place a new search takes; refused when all are taken. */
export function placeFor({ places }: SavedFacts) {
  const free = Array.from({ length: SAVED_MAX }, (_, i) => i + 1).find((place) => !places.includes(place));
  return free === undefined
    ? refuse<SaveRefusal>("directory.tooManySearches", { params: { max: SAVED_MAX } })
    : ok(free);
}

/** What an address says was just done; null for anything else. */
export function doneOf(given: string | readonly string[] | undefined): SearchDone | null {
  return SEARCH_DONE.find((done) => done === given) ?? null;
}

export type SearchWords = {
  readonly language: Language;
  readonly say: (key: `side.${Side}` | `minLevel.${1 | 2 | 3 | 4}` | `ready.${Ready}`) => string;
  /** Names of the associations it may speak of; one that is not among them is called by its slug. */
  readonly associations?: readonly Pick<CardAssociation, "slug" | "name">[];
};

/** A search in words: those typed, then what was chosen. */
export function searchLabel(filters: Filters, { language, say, associations = [] }: SearchWords): string {
  const { q, competences, areas, place, within, association, sides, level, ready } = filters;
  const distance = new Intl.NumberFormat(language, { style: "unit", unit: "kilometer" });
  const languages = new Intl.DisplayNames(language, { type: "language" });
  return [
    ...(q ? [q] : []),
    ...competences.map((slug) => competenceLabel(slug, language)),
    ...areas.map((slug) => areaLabel(slug, language)),
    ...(place ? [placeRefLabel(place, language)] : []),
    ...(within ? [distance.format(within)] : []),
    ...(association ? [associations.find(({ slug }) => slug === association)?.name ?? association] : []),
    ...sides.map((side) => say(`side.${side}`)),
    ...(level ? [say(`minLevel.${level as 1}`)] : []),
    ...ready.map((one) => say(`ready.${one}`)),
    ...(filters.language ? [languages.of(filters.language) ?? filters.language] : []),
  ].join(" · ");
}
