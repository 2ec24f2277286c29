import file from "../data/competences.json";
import { everydayTerms } from "../everyday/rules";
import { AREAS, ancestorsOf, COMPETENCES, rootsOf } from "../rules";
import type { Competence, Language } from "../types";
import { keyOf, stemOf, stemsIn, tokensOf } from "../word/rules";

/** A competence that a phrase names, and how surely. */
export type Hit = { readonly slug: string; readonly confidence: number };

const LABEL = 1;
/** How surely a synonym names its competence; what is said every day around one is less sure. */
export const SYNONYM = 0.95;
const EVERYDAY = 0.9;
const OPENING = 0.7;
const INSIDE = 0.65;
const LABEL_WORD = 0.6;
const AREA = 0.55;
const SYNONYM_WORD = 0.5;

/** More competences than this, and the phrase says too little to choose. */
const HITS_MAX = 8;

/** «make-up» and «start up» share nothing. */
const PART_CHARS_MIN = 3;
const INFLECTED_CHARS_MIN = 7;

type Hits = Map<string, number>;
type Index = Map<string, Hits>;
/** Terms as written; terms by stem; parts of terms by stem; first words of terms; areas. */
type Indexes = Record<"surface" | "stem" | "inside" | "opening" | "area", Index>;

const empty = (): Indexes => ({
  surface: new Map(),
  stem: new Map(),
  inside: new Map(),
  opening: new Map(),
  area: new Map(),
});
const indexes: Readonly<Record<Language, Indexes>> = { it: empty(), en: empty() };

function put(index: Index, key: string, slug: string, confidence: number) {
  const hits = index.get(key) ?? new Map<string, number>();
  hits.set(slug, Math.max(hits.get(slug) ?? 0, confidence));
  index.set(key, hits);
}

/** Every run of neighbouring words but the whole. */
function* runsInside<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let length = items.length - 1; length >= 1; length--) {
    for (let start = 0; start + length <= items.length; start++) yield items.slice(start, start + length);
  }
}

const wordsOf = (term: string) => tokensOf(term).map(({ text }) => text);

/** A term as written, and by its stems in any order. */
function putWhole(into: Indexes, words: readonly string[], slug: string, confidence: number) {
  put(into.surface, words.join(" "), slug, confidence);
  put(into.stem, keyOf(words.map(stemOf)), slug, confidence);
}

function addTerm(into: Indexes, term: string, slug: string, isLabel: boolean) {
  const words = wordsOf(term);
  const stems = words.map(stemOf);
  const [first = "", ...others] = stems;
  const confidence = isLabel ? LABEL : SYNONYM;
  putWhole(into, words, slug, confidence);
  if (others.length === 1) put(into.surface, words.join(""), slug, confidence);
  if (others.length > 0) put(into.opening, first, slug, OPENING);
  const word = isLabel ? LABEL_WORD : SYNONYM_WORD;
  for (const run of runsInside(stems)) put(into.inside, keyOf(run), slug, run.length > 1 ? INSIDE : word);
}

/** As a whole only: of what stands around a trade the parts mean little. A short word as it is written: «manga» is no «mangia». */
function addEveryday(into: Indexes, term: string, slug: string) {
  const words = wordsOf(term);
  if (words.join("").length < INFLECTED_CHARS_MIN) put(into.surface, words.join(" "), slug, EVERYDAY);
  else putWhole(into, words, slug, EVERYDAY);
}

function addArea(into: Indexes, label: string, slug: string) {
  for (const part of [label, ...label.split(/,| e | ed | and /)]) {
    const key = keyOf(stemsIn(part));
    for (const root of rootsOf(slug)) put(into.area, key, root, AREA);
  }
}

for (const language of ["it", "en"] as const) {
  for (const { slug, label, synonyms } of COMPETENCES) {
    addTerm(indexes[language], label[language], slug, true);
    for (const synonym of synonyms[language]) addTerm(indexes[language], synonym, slug, false);
    for (const term of everydayTerms(slug)[language]) addEveryday(indexes[language], term, slug);
  }
  for (const { slug, label } of AREAS) addArea(indexes[language], label[language], slug);
}

/** Whether a word is a term by itself. */
export function isTerm(word: string): boolean {
  return [indexes.it, indexes.en].some(({ surface, stem }) => surface.has(word) || stem.has(stemOf(word)));
}

/** Every word of every name of a competence, or of every everyday term, with the number of terms it stands in. */
export function vocabulary(of: "names" | "everyday"): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of COMPETENCES.flatMap(of === "names" ? namesOf : everydayOf)) {
    for (const word of wordsOf(term)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const namesOf = ({ label, synonyms }: Competence) => [label.it, label.en, ...synonyms.it, ...synonyms.en];
const everydayOf = ({ slug }: Competence) => [...everydayTerms(slug).it, ...everydayTerms(slug).en];

/** The asker's language first; the other one only when that is silent. Both together when the language is unknown. */
function lookUp(kind: keyof Indexes, key: string, language: Language | undefined): Hits {
  const it = indexes.it[kind].get(key);
  const en = indexes.en[kind].get(key);
  if (language) return (language === "it" ? (it ?? en) : (en ?? it)) ?? new Map();
  return merge(it, en);
}

function merge(...several: readonly (Hits | undefined)[]): Hits {
  const merged: Hits = new Map();
  for (const hits of several) {
    for (const [slug, confidence] of hits ?? []) merged.set(slug, Math.max(merged.get(slug) ?? 0, confidence));
  }
  return merged;
}

/** Of a competence and one above it only the surer stays; equally sure, the one above, for it stands for both. */
function collapse(hits: Hits): Hit[] {
  const isCovered = (slug: string, confidence: number) =>
    ancestorsOf(slug).some((above) => (hits.get(above) ?? 0) >= confidence);
  const isOutdone = (slug: string, confidence: number) =>
    [...hits].some(([below, surer]) => surer > confidence && ancestorsOf(below).includes(slug));
  return [...hits]
    .filter(([slug, confidence]) => !isCovered(slug, confidence) && !isOutdone(slug, confidence))
    .map(([slug, confidence]) => ({ slug, confidence }))
    .toSorted((a, b) => b.confidence - a.confidence || a.slug.localeCompare(b.slug));
}

function fewEnough(hits: Hits): readonly Hit[] {
  const collapsed = collapse(hits);
  return collapsed.length <= HITS_MAX ? collapsed : [];
}

const declared = new Set([...file.ambiguous.it, ...file.ambiguous.en].map(({ term }) => stemOf(term)));

/** Whether no name says it: what everybody calls so does not silence those whose names hold the word. */
const isUnnamed = (hits: Hits) => [...hits.values()].every((confidence) => confidence <= EVERYDAY);

/**
 * Competences for which the words are a whole term, in any order and inflection; with them those whose terms
 * contain the words («terzo settore») or, for one word, begin with it («insegnante»), when these are few.
 * A term the taxonomy calls ambiguous means what stands there and no more.
 */
export function termHits(words: readonly string[], language?: Language): readonly Hit[] {
  const key = keyOf(words.map(stemOf));
  const surface = lookUp("surface", words.join(" "), language);
  const joined = words.length === 2 ? lookUp("surface", words.join(""), language) : surface;
  const exact = [surface, joined, lookUp("stem", key, language)].find((hits) => hits.size > 0);
  if (!exact) return [];
  const around = words.length > 1 || isUnnamed(exact) ? "inside" : "opening";
  const wider = declared.has(key) ? exact : merge(exact, lookUp(around, key, language));
  const several = fewEnough(wider);
  return several.length > 0 ? several : collapse(exact).slice(0, HITS_MAX);
}

/** Competences for which the words, whichever their order and inflection, are a whole term, and nothing wider. */
export function wholeHits(words: readonly string[], language?: Language): readonly Hit[] {
  return fewEnough(lookUp("stem", keyOf(words.map(stemOf)), language));
}

function having(hits: Hits, confidence: number): Hits {
  return new Map([...hits].filter(([, sure]) => sure >= confidence));
}

/**
 * Competences the words are a part of: of a label, else of the name of their area, else of a synonym.
 * None when they are too many to mean something.
 */
export function partHits(words: readonly string[], language?: Language): readonly Hit[] {
  if (words.every(({ length }) => length < PART_CHARS_MIN)) return [];
  const key = keyOf(words.map(stemOf));
  const inside = lookUp("inside", key, language);
  const all = fewEnough(inside);
  const labels = fewEnough(having(inside, LABEL_WORD));
  if (labels.length > 0) return all.length > 0 ? all : labels;
  const area = lookUp("area", key, language);
  return area.size > 0 ? fewEnough(area) : all;
}
