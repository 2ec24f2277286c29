import { hasGivenName } from "@/lib/taxonomy/name/rules";
import { widerPlace } from "@/lib/taxonomy/place/rules";
import { COMPETENCES } from "@/lib/taxonomy/rules";
import { understand } from "@/lib/taxonomy/search/rules";
import type { Language, Understanding } from "@/lib/taxonomy/types";
import { bareWordsOf, isStopWord } from "@/lib/taxonomy/word/rules";
import { typedWords, withoutWords } from "../filter/rules";
import { type Criterion, DISTANCES, type Filters, type Sought } from "../types";

/** The words a name must contain to be the name that was typed. */
export function nameWordsOf(q: string): readonly string[] {
  return bareWordsOf(q);
}

/** The competences a criterion asks for, any of which will do; null where it asks for none. */
export function slugsOf(criterion: Sought): readonly string[] | null {
  if (criterion.kind === "competence") return criterion.slugs;
  if (criterion.kind !== "area") return null;
  return COMPETENCES.filter(({ area }) => area === criterion.slug).map(({ slug }) => slug);
}

/** Everything that narrows a list: first what the words mean, then what was chosen. */
export function criteriaOf(filters: Filters, language: Language): readonly Criterion[] {
  return [...criteriaOfWords(filters, language), ...criteriaOfChoices({ ...filters, after: null })];
}

const QUOTED = /^["“«]\s*(.*?)\s*["”»]$/u;

/** The words that a text must have of some that stand there as they are: not those around them. */
function wordsSaid(text: string): readonly string[] {
  const words = bareWordsOf(text);
  const said = words.filter((word) => !isStopWord(word));
  return said.length > 0 ? said : words;
}

function criteriaOfWords(filters: Filters, language: Language): readonly Criterion[] {
  if (filters.q === "") return [];
  const quoted = QUOTED.exec(filters.q)?.[1] ?? "";
  const said = wordsSaid(quoted);
  if (said.length > 0)
    return [{ kind: "words", words: said, typed: quoted, without: { ...filters, after: null, q: "" } }];
  const read = understand(filters.q, language);
  const competences = read.competenceGroups.map((slugs, group): Criterion => {
    const { matched = "", confidence = 0 } = read.competences.find((one) => one.group === group) ?? {};
    return { kind: "competence", slugs, sureness: confidence, ...wordsRead(filters, read, matched) };
  });
  const rest = restOf(filters.q, read);
  const words: readonly Criterion[] = rest
    ? [{ kind: "words", words: bareWordsOf(rest), ...wordsRead(filters, read, rest) }]
    : [];
  const { side, language: spoken } = read;
  const sides: readonly Criterion[] = side
    ? [{ kind: "side", side: side.value, ...wordsRead(filters, read, side.matched) }]
    : [];
  const languages: readonly Criterion[] = spoken
    ? [{ kind: "language", code: spoken.value, ...wordsRead(filters, read, spoken.matched) }]
    : [];
  return [...sides, ...competences, ...placesOf(filters, read), ...languages, ...words];
}

/** What a criterion was read from, and the search without it. */
function wordsRead(filters: Filters, { tokens }: Understanding, matched: string) {
  const q = withoutWords(filters.q, matched, tokens);
  return { typed: typedWords(filters.q, matched), without: { ...filters, after: null, q } };
}

/** The least of the distances one can choose that is as far. */
const coveringDistance = (kilometres: number) => DISTANCES.find((one) => one >= kilometres) ?? DISTANCES.at(-1) ?? null;

function placesOf(filters: Filters, read: Understanding): readonly Criterion[] {
  if (read.places.length === 0) return [];
  const distance = read.distance ? [read.distance.matched] : [];
  const matched = [...new Set(read.places.map((place) => place.matched)), ...distance].join(" ");
  const around = filters.within ?? (read.distance && coveringDistance(read.distance.value));
  const within = read.places.every(({ type }) => type === "municipality") ? around : null;
  const places = read.places.map(({ type, ref, isAround }) => {
    const place = { type, ref };
    return (isAround && within === null && widerPlace(place)) || place;
  });
  const { typed, without } = wordsRead(filters, read, matched);
  return [{ kind: "place", places, within, typed, without: { ...without, within: null } }];
}

/** What is left over; all of it when nothing was understood, so that no search of words finds everyone. */
function restOf(q: string, { rest, competenceGroups, places, side, language }: Understanding): string {
  const isUnread = rest === "" && competenceGroups.length === 0 && places.length === 0 && !side && !language;
  return isUnread ? bareWordsOf(q).join(" ") : rest;
}

function criteriaOfChoices(filters: Filters): readonly Criterion[] {
  const { competences, areas, place, within, association, sides, level, ready, language } = filters;
  const chosen = <T extends object>(criterion: T, changes: Partial<Filters>) => ({
    ...criterion,
    typed: null,
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
    ...(place ? [chosen({ kind: "place" as const, places: [place], within }, { place: null, within: null })] : []),
    ...(association ? [chosen({ kind: "association" as const, slug: association }, { association: null })] : []),
    ...sides.map((side) => chosen({ kind: "side" as const, side }, { sides: sides.filter((one) => one !== side) })),
    ...(level ? [chosen({ kind: "level" as const, level }, { level: null })] : []),
    ...ready.map((one) =>
      chosen({ kind: "ready" as const, ready: one }, { ready: ready.filter((other) => other !== one) }),
    ),
    ...(language ? [chosen({ kind: "language" as const, code: language }, { language: null })] : []),
  ];
}

const isMeant = (one: Criterion): one is Extract<Criterion, { kind: "competence" }> =>
  one.kind === "competence" && one.typed !== null;

/** A label, a job title and an everyday term said as it stands are equally sure. */
const SURE = 0.9;

/** Two small letters may be the code of a province, and may be a word («vr», «tv»). */
const isCode = ({ kind, typed }: Criterion) => kind === "place" && /^\p{Ll}{2}$/u.test(typed ?? "");

/**
 * What to set aside first: words left over, unless they name somebody; then a language, which few say they speak; then the meaning one
 * is least sure of, the last of equals; then the code of a province in small letters.
 */
function mostDoubtful(criteria: readonly Criterion[]): Criterion | null {
  const meant = criteria.filter(isMeant);
  const words = criteria.find(({ kind }) => kind === "words");
  if (meant.length === 0) return null;
  if (words) return hasGivenName(words.typed ?? "") ? null : words;
  const spoken = criteria.find(({ kind, typed }) => kind === "language" && typed !== null);
  if (spoken) return spoken;
  if (meant.length === 1) return criteria.find(isCode) ?? null;
  return meant.toReversed().toSorted((a, b) => surenessOf(a) - surenessOf(b))[0] ?? null;
}

const surenessOf = ({ sureness = SURE }: Extract<Criterion, { kind: "competence" }>) => Math.min(sureness, SURE);

/** Less sure than this is what words are only a part of: a name with a slip in it is surer. */
const DOUBTFUL = 0.7;

/** What may not have been meant: words left over beside a meaning, or a doubtful meaning beside a sure one. */
export function doubtfulOf(criteria: readonly Criterion[], language: Language): Criterion | null {
  const one = mostDoubtful(criteria);
  if (!one || !criteriaOf(one.without, language).some(isMeant)) return null;
  const isBesideSure = criteria.some((other) => isMeant(other) && surenessOf(other) >= SURE);
  return one.kind !== "competence" || (surenessOf(one) < DOUBTFUL && isBesideSure) ? one : null;
}

/** A search without something of what was typed, and what that is. */
export type EasierSearch = { readonly filters: Filters; readonly setAside: readonly string[] };

/** So many easier searches set something aside: the nearest, and the easiest. */
const SET_ASIDE_MAX = 4;
/** Before them, the words as they stand. */
export const EASIER_MAX = 1 + SET_ASIDE_MAX;

/** The same words as somebody may have written them, whatever they mean, where they mean something and are several. */
function asTheyStand(filters: Filters, language: Language): EasierSearch[] {
  const { q } = filters;
  const isRead = criteriaOf(filters, language).some(({ kind, typed }) => typed !== null && kind !== "words");
  if (QUOTED.test(q) || !isRead || wordsSaid(q).length < 2) return [];
  return [{ filters: { ...filters, after: null, q: `"${q}"` }, setAside: [] }];
}

/**
 * What to ask for where nobody satisfies everything, the nearest first: the words as they stand; then, of what was typed, words left over are set aside, then a
 * language, then the meanings one is less sure of, one by one, until one is left, then the code of a province in small letters. Other places, sides, names
 * of people and whatever was chosen stay.
 */
export function easierThan(filters: Filters, language: Language): readonly EasierSearch[] {
  const easier: EasierSearch[] = [];
  let last: EasierSearch = { filters, setAside: [] };
  for (;;) {
    const doubtful = mostDoubtful(criteriaOf(last.filters, language));
    if (!doubtful || doubtful.without.q === last.filters.q) break;
    // Read again without some words, the others may mean less: never does a search of words find everybody.
    if (!criteriaOf(doubtful.without, language).some(isMeant)) break;
    last = { filters: doubtful.without, setAside: [...last.setAside, doubtful.typed ?? ""] };
    easier.push(last);
  }
  const kept = easier.length > SET_ASIDE_MAX ? [...easier.slice(0, SET_ASIDE_MAX - 1), last] : easier;
  return [...asTheyStand(filters, language), ...kept];
}
