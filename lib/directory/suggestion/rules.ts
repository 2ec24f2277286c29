import { fold } from "@/lib/core/text";
import { MUNICIPALITIES, PROVINCES, REGIONS } from "@/lib/taxonomy/place/rules";
import { COMPETENCES, competenceLabel, typographic } from "@/lib/taxonomy/rules";
import { understand } from "@/lib/taxonomy/search/rules";
import type { Labels, Language, PlaceRef } from "@/lib/taxonomy/types";
import { fitOf, typedWordsOf, wordsOf } from "../prefix/rules";
import type { NameQuery, SuggestedCompetence, SuggestedPlace } from "./types";

export const TYPED_CHARS_MIN = 2;
export const COMPETENCES_MAX = 4;
export const PLACES_MAX = 3;
/** Shorter beginnings stand in too many names for an index to be of use. */
const INDEXED_CHARS_MIN = 3;
const WORDS_MAX = 8;

type Meant = SuggestedCompetence | SuggestedPlace;
type Term = {
  readonly words: readonly string[];
  readonly text: string;
  readonly language: Language;
  readonly isLabel: boolean;
};

const LANGUAGES = ["it", "en"] as const;
const competences = COMPETENCES.map(({ slug, label, synonyms }) => {
  const texts = (language: Language) => [label[language], ...synonyms[language]];
  const terms = LANGUAGES.flatMap((language) =>
    texts(language).map((text, i): Term => ({ words: wordsOf(text), text, language, isLabel: i === 0 })),
  );
  return { slug, terms };
});

type Named = { readonly name: Labels; readonly aliases?: readonly string[] };
const placeOf = ({ name, aliases = [] }: Named, place: PlaceRef) => ({
  place,
  terms: [name.it, name.en, ...aliases].map(wordsOf),
});

/** Towns first, then regions, then provinces, which often bear the name of their town; the largest town first, and its province. */
const towns = MUNICIPALITIES.toSorted((a, b) => b.population - a.population);
const provinceOrder = new Map([...new Set(towns.map(({ province }) => province))].map((code, i) => [code, i]));
const provinces = PROVINCES.toSorted((a, b) => (provinceOrder.get(a.code) ?? 0) - (provinceOrder.get(b.code) ?? 0));
const places = [
  ...towns.map((town) => placeOf(town, { type: "municipality", ref: town.slug })),
  ...REGIONS.map((region) => placeOf(region, { type: "region", ref: region.slug })),
  ...provinces.map((province) => placeOf(province, { type: "province", ref: province.code })),
];

type Reading = {
  readonly typed: readonly string[];
  readonly language: Language;
  readonly slipsMax: 0 | 1;
  /** Whether only terms that begin so are meant: two letters, or the end of a longer search, stand in too many others. */
  readonly isOpening: boolean;
};
type Ranked<T> = { readonly found: T; readonly rank: number };

const best = <T>(found: readonly Ranked<T>[], max: number): T[] =>
  found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, max)
    .map((one) => one.found);

/** The language one reads counts most, then how the term begins, then labels before synonyms, then short before long. */
function rankOf({ words, text, language, isLabel }: Term, reading: Reading): number | null {
  const fit = fitIn(words, reading);
  if (fit === null) return null;
  return Number(language !== reading.language) * 1000 + fit * 300 + Number(!isLabel) * 100 + Math.min(text.length, 99);
}

function fitIn(words: readonly string[], { typed, slipsMax, isOpening }: Reading): number | null {
  const fit = fitOf(typed, words, slipsMax);
  return fit === 2 && isOpening ? null : fit;
}

function competencesFor(reading: Reading, q: string): SuggestedCompetence[] {
  const ranked = competences.flatMap(({ slug, terms }) => {
    const ranks = terms.map((found) => ({ found, rank: rankOf(found, reading) }));
    const [nearest] = ranks.filter((one): one is Ranked<Term> => one.rank !== null).toSorted((a, b) => a.rank - b.rank);
    if (!nearest) return [];
    const { text, language } = nearest.found;
    const isName = fold(typographic(text)) === fold(competenceLabel(slug, reading.language));
    const also = isName ? null : { text: typographic(text), language };
    return [{ rank: nearest.rank, found: { kind: "competence" as const, slug, also, q } }];
  });
  return best(ranked, COMPETENCES_MAX);
}

function placesFor(reading: Reading, q: string): SuggestedPlace[] {
  const isCode = (place: PlaceRef) => place.type === "province" && place.ref.toLowerCase() === reading.typed.join(" ");
  const ranked = places.flatMap(({ place, terms }) => {
    const fits = terms.map((term) => fitIn(term, reading)).filter((fit) => fit !== null);
    const rank = isCode(place) ? 0 : Math.min(...fits);
    return Number.isFinite(rank) ? [{ rank, found: { kind: "place" as const, place, q } }] : [];
  });
  return best(ranked, PLACES_MAX);
}

/** Where what is typed last may begin: at the first word, or after words that mean something by themselves. */
function* splitsOf(q: string, language: Language) {
  const words = fold(q) === "" ? [] : q.trim().split(/\s+/).slice(0, WORDS_MAX);
  for (let start = 0; start < words.length; start++) {
    const kept = words.slice(0, start).join(" ");
    const typed = typedWordsOf(words.slice(start).join(" "));
    if (typed.join("").length < TYPED_CHARS_MIN) return;
    if (kept === "" || understand(kept, language).rest === "") yield { kept, typed };
  }
}

/**
 * Competences and places that what was typed may become: each typed word begins a word of theirs, in either language; one slip is
 * forgiven where nothing is found without. Where the whole leads nowhere its end is read alone and what came before stays in words.
 */
export function meaningsFor(q: string, language: Language): readonly Meant[] {
  const splits = [...splitsOf(q, language)];
  for (const slipsMax of [0, 1] as const) {
    for (const { kept, typed } of splits) {
      const reading = { typed, language, slipsMax, isOpening: kept !== "" || typed.join("").length <= TYPED_CHARS_MIN };
      const found = [...competencesFor(reading, kept), ...placesFor(reading, kept)];
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** How names are searched for what was typed; null when it is too short to name anybody. */
export function nameQueryOf(q: string): NameQuery | null {
  const words = wordsOf(q).slice(0, WORDS_MAX);
  if (words.join("").length < TYPED_CHARS_MIN) return null;
  const last = words.length - 1;
  const isShort = (word: string, i: number) => i === last && word.length < INDEXED_CHARS_MIN;
  const indexed = words
    .map((word, i) => (isShort(word, i) ? "" : `'${word}'${i === last ? ":*" : ""}`))
    .filter(Boolean);
  return { opening: fold(q), words: indexed.join(" & "), short: words.filter(isShort) };
}
