import type { Hit } from "../phrase/rules";
import { lies } from "../place/rules";
import { type Match, meaningsOf, type Piece, piecesOf } from "../reading/rules";
import { ancestorsOf } from "../rules";
import { sideOf } from "../side/rules";
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

/** «avvocato divorzista» asks for one thing: a group that another one implies goes; of two equals the surer stays, else the first. */
function withoutImplied(groups: readonly Group[]): readonly Group[] {
  const isBefore = (a: Group, b: Group) => (surenessOf(a) - surenessOf(b) || groups.indexOf(b) - groups.indexOf(a)) > 0;
  const makesNeedless = (other: Group, group: Group) =>
    other !== group && implies(other, group) && (!implies(group, other) || isBefore(other, group));
  return groups.filter((group) => !groups.some((other) => makesNeedless(other, group)));
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

/** Beside words that say a side, «un» or «di» alone are nothing to look for. */
function piecesBeside(query: string): readonly Piece[] {
  return piecesOf(query).filter(({ text, written }) => written !== null || !isStopWord(text));
}

function restOf(pieces: readonly Piece[], matches: readonly Match[], hasCompetence: boolean): string {
  const free = pieces.filter((_, i) => !matches.some(({ start, end }) => i >= start && i < end));
  const meant = free.filter(({ text }) => !isFiller(text));
  return textOf(meant.length > 0 || hasCompetence ? meant : free);
}

/**
 * What a search asks for, in either language: competences by label, synonym or job title, whatever gender, number,
 * accents and one slip a word; places; whether among offers or asks; and the words left over. With a language its own terms come before the other's.
 */
export function understand(query: string, language?: Language): Understanding {
  const { side, bare } = sideOf(query);
  const pieces = side ? piecesBeside(bare) : piecesOf(query);
  const matches = meaningsOf(pieces, language);
  const groups = limited(withoutImplied(groupsOf(pieces, matches)));
  return {
    competences: competencesOf(groups),
    competenceGroups: groups.map(({ hits }) => hits.map(({ slug }) => slug)),
    places: placesOf(pieces, matches),
    side,
    rest: restOf(pieces, matches, groups.length > 0),
    tokens: [...(side?.matched.split(" ") ?? []), ...pieces.map(({ text }) => text)],
  };
}
