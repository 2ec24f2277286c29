import { distanceOf } from "../distance/rules";
import type { Hit } from "../phrase/rules";
import { lies } from "../place/rules";
import { type Match, meaningsOf, type Piece, piecesOf } from "../reading/rules";
import { ancestorsOf } from "../rules";
import { sideOf } from "../side/rules";
import { spokenOf } from "../spoken/rules";
import type { Language, Understanding, UnderstoodCompetence } from "../types";
import { isFiller, isStopWord } from "../word/rules";

const COMPETENCES_MAX = 8;
/** What is left of a confidence when a word had to be corrected. */
const CORRECTED = 0.8;

type Alternative = { readonly slug: string; readonly confidence: number };
type Group = { readonly matched: string; readonly hits: readonly Alternative[] };

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join(" ");
const wordsOf = (pieces: readonly Piece[], { start, end }: Match) => pieces.slice(start, end);

/** What each match names; words that tell something together only are one group. */
function groupsOf(pieces: readonly Piece[], matches: readonly Match[]): readonly Group[] {
  const told = new Map<readonly Hit[], Match[]>();
  for (const match of matches) if (match.hits) told.set(match.hits, [...(told.get(match.hits) ?? []), match]);
  return [...told].map(([hits, by]) => groupOf(pieces, by, hits));
}

function groupOf(pieces: readonly Piece[], by: readonly Match[], meant: readonly Hit[]): Group {
  const factor = by.some(({ isGuessed }) => isGuessed) ? CORRECTED : 1;
  const hits = meant.map(({ slug, confidence }) => ({ slug, confidence: confidence * factor }));
  return { matched: textOf(by.flatMap((match) => wordsOf(pieces, match))), hits };
}

/** Whether whoever satisfies the narrower group satisfies the wider one as well. */
function implies(narrow: Group, wide: Group): boolean {
  const within = new Set(wide.hits.map(({ slug }) => slug));
  return narrow.hits.every(({ slug }) => [slug, ...ancestorsOf(slug)].some((above) => within.has(above)));
}

const surenessOf = ({ hits }: Group) => Math.max(0, ...hits.map(({ confidence }) => confidence));

/**
 * «avvocato divorzista» asks for one thing: a group that another one implies goes; of two equals the surer stays, else the first,
 * with the words of both («c++ developer»).
 */
function withoutImplied(groups: readonly Group[]): readonly Group[] {
  const isBefore = (a: Group, b: Group) => (surenessOf(a) - surenessOf(b) || groups.indexOf(b) - groups.indexOf(a)) > 0;
  const isEqual = (other: Group, group: Group) => implies(other, group) && implies(group, other);
  const makesNeedless = (other: Group, group: Group) =>
    other !== group && implies(other, group) && (!implies(group, other) || isBefore(other, group));
  const kept = groups.filter((group) => !groups.some((other) => makesNeedless(other, group)));
  return kept.map((one) => {
    const said = groups.filter((other) => other === one || (isEqual(other, one) && !kept.includes(other)));
    return { matched: said.map(({ matched }) => matched).join(" "), hits: one.hits };
  });
}

/** Takes the least sure alternatives from the largest group until the whole is small enough to show. */
function limited(groups: readonly Group[]): readonly Group[] {
  const kept = groups.slice(0, COMPETENCES_MAX).map(({ matched, hits }) => ({ matched, hits: [...hits] }));
  const count = () => kept.reduce((sum, { hits }) => sum + hits.length, 0);
  while (count() > COMPETENCES_MAX) kept.toSorted((a, b) => b.hits.length - a.hits.length)[0]?.hits.pop();
  return kept;
}

function competencesOf(groups: readonly Group[]): readonly UnderstoodCompetence[] {
  return groups
    .flatMap(({ matched, hits }, group) => hits.map((hit) => ({ ...hit, matched, group })))
    .toSorted((a, b) => b.confidence - a.confidence);
}

/** Places named; one that holds another one named too says nothing more («Bologna (BO)»). */
function placesOf(pieces: readonly Piece[], matches: readonly Match[]): Understanding["places"] {
  const named = matches.flatMap((match) =>
    (match.places ?? []).map((place) => ({ ...place, matched: textOf(wordsOf(pieces, match)) })),
  );
  return named.filter(
    (place, i) => !named.some((other, j) => i !== j && lies(other, place) && (j < i || !lies(place, other))),
  );
}

/** Beside words of a phrase, «un» or «di» alone are nothing to look for. */
function piecesBeside(query: string): readonly Piece[] {
  return piecesOf(query).filter(({ text, written }) => written !== null || !isStopWord(text));
}

/** What is left beside phrases, and what it means; a distance is one only from a place. */
function readBeside(query: string, language: Language | undefined) {
  const [side, spoken] = [sideOf(query), spokenOf(sideOf(query).bare)];
  const told = { side: side.told, language: spoken.told };
  const isTold = told.side !== null || told.language !== null;
  const read = (bare: string, isWhole: boolean) => {
    const pieces = isWhole ? piecesOf(bare) : piecesBeside(bare);
    const matches = meaningsOf(pieces, language);
    return { pieces, matches, places: placesOf(pieces, matches) };
  };
  const distance = distanceOf(spoken.bare);
  if (distance.told) {
    const around = read(distance.bare, false);
    if (around.places.length > 0) return { ...told, ...around, distance: distance.told };
  }
  return { ...told, ...read(spoken.bare, !isTold), distance: null };
}

function restOf(pieces: readonly Piece[], matches: readonly Match[], hasCompetence: boolean): string {
  const free = pieces.filter((_, i) => !matches.some(({ start, end }) => i >= start && i < end));
  const meant = free.filter(({ text }) => !isFiller(text));
  return textOf(meant.length > 0 || hasCompetence ? meant : free);
}

/**
 * What a search asks for, in either language: competences by label, synonym or job title, whatever gender, number,
 * accents and one slip a word; places, and how far around them; whether among offers or asks; what language is spoken; and the words left over. With a language its own terms come before the other's.
 */
export function understand(query: string, asked?: Language): Understanding {
  const { side, language, distance, pieces, matches, places } = readBeside(query, asked);
  const groups = limited(withoutImplied(groupsOf(pieces, matches)));
  const told = [side, language, distance].flatMap((one) => one?.matched.split(" ") ?? []);
  return {
    competences: competencesOf(groups),
    competenceGroups: groups.map(({ hits }) => hits.map(({ slug }) => slug)),
    places,
    side,
    language,
    distance,
    rest: restOf(pieces, matches, groups.length > 0),
    tokens: [...told, ...pieces.map(({ text }) => text)],
  };
}
