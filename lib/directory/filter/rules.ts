import { isCleanText } from "@/lib/core/text";
import { findMunicipality, PROVINCES, placeNamed, REGIONS } from "@/lib/taxonomy/place/rules";
import { AREAS, findCompetence } from "@/lib/taxonomy/rules";
import { understand } from "@/lib/taxonomy/search/rules";
import { LANGUAGE_CODES, type PlaceRef } from "@/lib/taxonomy/types";
import { bareWordsOf } from "@/lib/taxonomy/word/rules";
import { DISTANCES, type Filters, READY, SIDES, SORTS, VIEWS } from "../types";

export const QUERY_CHARS_MAX = 120;
export const CHOICES_MAX = 6;
const TOWN_CHARS_MAX = 80;
export const SLUG = /^[a-z0-9][a-z0-9-]{0,79}$/;

export type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

const listOf = (value: Params[string]) => (value === undefined ? [] : typeof value === "string" ? [value] : [...value]);
const firstOf = (value: Params[string]) => listOf(value)[0] ?? "";
const oneIn = <T extends string>(known: readonly T[], value: string) => known.find((entry) => entry === value) ?? null;

/** A province code, a region or a municipality by slug; null when there is no such place. */
export function placeOf(text: string): PlaceRef | null {
  if (PROVINCES.some(({ code }) => code === text)) return { type: "province", ref: text };
  if (REGIONS.some(({ slug }) => slug === text)) return { type: "region", ref: text };
  return findMunicipality(text) ? { type: "municipality", ref: text } : null;
}

/** Where to look: the town typed, if it is one of ours, before the place chosen. */
function whereOf(params: Params): Pick<Filters, "place" | "unknownTown"> {
  const typed = firstOf(params.near).trim().slice(0, TOWN_CHARS_MAX);
  const town = placeNamed(typed);
  if (town) return { place: { type: "municipality", ref: town }, unknownTown: null };
  return { place: placeOf(firstOf(params.place)), unknownTown: isCleanText(typed) && typed ? typed : null };
}

/** Kilometres around a town: the one chosen, else the one that the words name. */
function withinOf(params: Params, { place, q }: Pick<Filters, "place" | "q">): number | null {
  const kilometres = DISTANCES.find((one) => String(one) === firstOf(params.within));
  if (!kilometres) return null;
  const places = place ? [place] : understand(q, "it").places;
  return places.some(({ type }) => type === "municipality") ? kilometres : null;
}

/** The search an address asks for. What nobody can have chosen is left out rather than refused: links live long. */
export function readFilters(params: Params): Filters {
  const typed = firstOf(params.q).normalize("NFC").replace(/\s+/g, " ").trim().slice(0, QUERY_CHARS_MAX);
  const q = isCleanText(typed) ? typed : "";
  const unique = (value: Params[string], isKnown: (text: string) => boolean) =>
    [...new Set(listOf(value))].filter(isKnown).slice(0, CHOICES_MAX);
  const level = Number(firstOf(params.level));
  const association = firstOf(params.association);
  const sides = unique(params.side, () => true);
  const ready = unique(params.ready, () => true);
  const where = whereOf(params);
  return {
    q,
    competences: unique(params.c, (slug) => findCompetence(slug) !== null),
    areas: unique(params.area, (slug) => AREAS.some((area) => area.slug === slug)),
    ...where,
    within: withinOf(params, { ...where, q }),
    association: SLUG.test(association) ? association : null,
    sides: SIDES.filter((side) => sides.includes(side)),
    ready: READY.filter((one) => ready.includes(one)),
    language: oneIn(LANGUAGE_CODES, firstOf(params.language)),
    level: [1, 2, 3, 4].includes(level) ? level : null,
    sort: oneIn(SORTS, firstOf(params.sort)) ?? "relevance",
    view: oneIn(VIEWS, firstOf(params.view)) ?? "list",
    after: firstOf(params.after) || null,
  };
}

/** What a search of a visitor asks for: nothing that compares people with whoever looks. */
export function askedByVisitor(filters: Filters): Filters {
  return { ...filters, sides: filters.sides.filter((side) => side === "offers" || side === "asks") };
}

type Query = Record<string, string | string[]>;

/** The address of a search: only what differs from the plain list, always in the same order. */
export function queryOf(filters: Filters): Query {
  const { q, competences, areas, place, within, association, sides, ready, language, level, sort, view, after } =
    filters;
  const all: Readonly<Record<string, string | readonly string[] | null>> = {
    q,
    c: competences,
    area: areas,
    place: place?.ref ?? null,
    within: within ? String(within) : null,
    association,
    side: sides,
    ready,
    language,
    level: level ? String(level) : null,
    sort: sort === "relevance" ? null : sort,
    view: view === "list" ? null : view,
    after,
  };
  const set = Object.entries(all).filter(([, value]) => value !== null && value.length > 0);
  return Object.fromEntries(set.map(([name, value]) => [name, typeof value === "string" ? value : [...(value ?? [])]]));
}

/** Everybody, in the same order and drawn the same way. */
export function cleared({ sort, view }: Filters): Filters {
  return {
    q: "",
    competences: [],
    areas: [],
    place: null,
    within: null,
    unknownTown: null,
    association: null,
    sides: [],
    ready: [],
    language: null,
    level: null,
    sort,
    view,
    after: null,
  };
}

/** How many filters are on besides the words of the search. */
export function countChosen({
  competences,
  areas,
  place,
  association,
  sides,
  ready,
  language,
  level,
}: Filters): number {
  const lists = [competences, areas, sides, ready].reduce((sum, list) => sum + list.length, 0);
  return lists + [place, association, language, level].filter(Boolean).length;
}

/** The words of a search that led to one meaning, as they were typed; as understood where they cannot be told apart. */
export function typedWords(q: string, matched: string): string {
  const meant = new Set(matched.split(" "));
  const words = q.split(" ").filter((word) => bareWordsOf(word).some((part) => meant.has(part)));
  return words.join(" ").replace(/^(?!\.net)[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/giu, "") || matched;
}

/** What links two words, and links nothing any more once one of them is gone: «ai» left at the end would be artificial. */
const LINKS = new Set("a ad al allo alla ai agli alle e ed o and or".split(" "));
const isLink = (word: string) => LINKS.has(word.toLowerCase()) && word !== word.toUpperCase();

function withoutLooseEnds(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !isLink(word));
  return first < 0 ? [] : words.slice(first, words.findLastIndex((word) => !isLink(word)) + 1);
}

/** The words of a search without those that led to one meaning; articles and prepositions alone are nothing. */
export function withoutWords(q: string, matched: string, tokens: readonly string[]): string {
  const gone = new Set(matched.split(" "));
  const stay = tokens.filter((token) => !gone.has(token));
  if (stay.length === 0) return "";
  const kept = q.split(" ").filter((word) => !bareWordsOf(word).some((part) => gone.has(part)));
  return kept.length < q.split(" ").length ? withoutLooseEnds(kept).join(" ") : stay.join(" ");
}
