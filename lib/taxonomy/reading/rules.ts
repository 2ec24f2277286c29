import people from "../data/names.json";
import { extended, extentOf, placeCalled, placesOpening, placeWords, provinceCoded } from "../locality/rules";
import { type Hit, isTerm, partHits, termHits, vocabulary } from "../phrase/rules";
import { corrector, kinFinder } from "../spelling/rules";
import type { Language, MeantPlace, PlaceRef } from "../types";
import { isFiller, isStopWord, stemOf, type Token, tokensOf } from "../word/rules";

const TOKENS_MAX = 24;
const PHRASE_WORDS_MAX = 6;

/** A word of the query, as typed and as read. */
export type Piece = Token & { readonly read: string };
type Meaning = { readonly hits?: readonly Hit[]; readonly places?: readonly MeantPlace[] };
/** What the words from start to end were found to mean. */
export type Match = Meaning & { readonly start: number; readonly end: number };
type Finder = (run: readonly Piece[]) => Meaning | null;

const named = vocabulary("names");
const terms = new Set([...named.keys(), ...vocabulary("everyday").keys()]);
const stems = new Set([...terms].map(stemOf));
const places = placeWords();
const givenNames = new Set(people.given);
const names = new Set([...people.given, ...people.family]);
/** No everyday word: «gattina» is no slip of «gallina». */
const correctTerm = corrector(named, isTerm);
const correctPlace = corrector(new Map([...places].map((word) => [word, 1])));
const kinOf = kinFinder(new Map([...named].filter(([word]) => isTerm(word))));

function needsNoReading(text: string): boolean {
  return [terms, places].some((set) => set.has(text)) || isFiller(text) || isStopWord(text) || extentOf(text) !== null;
}

/** A given name is never taken, by its ending, for a trade («Guido»). */
function isName(text: string): boolean {
  return givenNames.has(text) && !needsNoReading(text);
}

/** What a word was meant to be: itself, as names of people are; a place or a term with one slip; or a term of the same root. */
function readingOf(token: Token): Piece {
  const { text } = token;
  if (needsNoReading(text) || names.has(text) || stems.has(stemOf(text))) return { ...token, read: text };
  const [term, place] = [correctTerm(text), correctPlace(text)];
  const read = (place && placeCalled([place]) ? place : term) ?? kinOf(text) ?? text;
  return { ...token, read };
}

/** Runs of free words, longest first and from the left, for which the finder knows a meaning. */
function matchRuns(pieces: readonly Piece[], matches: Match[], longest: number, find: Finder) {
  const isFree = (from: number, to: number) => matches.every(({ start, end }) => to <= start || from >= end);
  for (let length = Math.min(longest, pieces.length); length >= 1; length--) {
    for (let start = 0; start + length <= pieces.length; start++) {
      const end = start + length;
      const meaning = isFree(start, end) ? find(pieces.slice(start, end)) : null;
      if (meaning) matches.push({ ...meaning, start, end });
    }
  }
}

const isGuess = ({ text, read }: Piece) => text !== read;
const some = (hits: readonly Hit[]) => (hits.length > 0 ? { hits } : null);
const at = (place: PlaceRef | null) => (place ? { places: [place] } : null);

function bracketedCode([piece]: readonly Piece[]): Meaning | null {
  return piece?.written === "bracketed" ? at(provinceCoded(piece.text)) : null;
}

function nameOf(words: readonly string[], language: Language | undefined): Meaning | null {
  const place = placeCalled(words);
  if (place) return at(place);
  return some(termHits(words, language)) ?? (words.length > 1 ? some(partHits(words, language)) : null);
}

/** As typed first: «start up» is well spelt together, though neither word is known alone. */
function wholeName(run: readonly Piece[], language: Language | undefined): Meaning | null {
  if (run.some(({ text }) => isName(text))) return null;
  const typed = run.map(({ text }) => text);
  const asTyped = nameOf(typed, language);
  if (asTyped || !run.some(isGuess)) return asTyped;
  return nameOf(
    run.map(({ read }) => read),
    language,
  );
}

function shortPlace([piece]: readonly Piece[]): Meaning | null {
  if (!piece || isGuess(piece)) return null;
  const isWord = isStopWord(piece.text) && piece.written !== "capitals";
  const province = isWord ? null : provinceCoded(piece.text);
  if (province) return at(province);
  const opened = placesOpening(piece.text);
  return opened.length > 0 ? { places: opened } : null;
}

/** A corrected word, or one that is a surname too («Conti»), counts only as a whole term: guess upon guess finds something for any name. */
function partOfTerm([piece]: readonly Piece[], language: Language | undefined): Meaning | null {
  return !piece || isGuess(piece) || names.has(piece.text) ? null : some(partHits([piece.text], language));
}

/** «zona Bologna», «Bologna e provincia»: the word beside a place widens it and is spent. */
function extendPlaces(pieces: readonly Piece[], matches: readonly Match[]): Match[] {
  return matches.map((match) => {
    if (!match.places) return match;
    const beside = [match.start - 1, match.end].find((i) => extentOf(pieces[i]?.text ?? "") !== null);
    const extent = extentOf(pieces[beside ?? -1]?.text ?? "");
    if (beside === undefined || extent === null) return match;
    const places = match.places.map((place) => extended(place, extent));
    return { ...match, places, start: Math.min(match.start, beside), end: Math.max(match.end, beside + 1) };
  });
}

/** The words of a query, corrected where need be. */
export function piecesOf(query: string): readonly Piece[] {
  return tokensOf(query).slice(0, TOKENS_MAX).map(readingOf);
}

/**
 * What the words mean, in their order: whole names and terms first, the longest winning, then short forms of places,
 * then parts of terms. Words of any trade («consulente») count only when nothing else names a competence.
 */
export function meaningsOf(pieces: readonly Piece[], language?: Language): readonly Match[] {
  let matches: Match[] = [];
  matchRuns(pieces, matches, 1, bracketedCode);
  matchRuns(pieces, matches, PHRASE_WORDS_MAX, (run) => wholeName(run, language));
  matchRuns(pieces, matches, 1, shortPlace);
  matches = extendPlaces(pieces, matches);
  matchRuns(pieces, matches, 1, (run) => (run.some(({ text }) => isFiller(text)) ? null : partOfTerm(run, language)));
  if (matches.every(({ hits }) => !hits)) matchRuns(pieces, matches, 1, (run) => partOfTerm(run, language));
  return matches.toSorted((a, b) => a.start - b.start);
}
