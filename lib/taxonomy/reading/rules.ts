import people from "../data/names.json";
import ordinaryWords from "../data/ordinary.json";
import { gistOf } from "../gist/rules";
import { extended, extentOf, placesCalled, placesOpening, placeWords, provinceCoded } from "../locality/rules";
import { type Hit, isTerm, partHits, SYNONYM, termHits, vocabulary, wholeHits } from "../phrase/rules";
import { corrector, isOneEdit, kinFinder, squeeze } from "../spelling/rules";
import type { Language, MeantPlace, PlaceRef } from "../types";
import { isFiller, isStopWord, stemOf, type Token, tokensOf } from "../word/rules";

const TOKENS_MAX = 24;
const PHRASE_WORDS_MAX = 6;
const SHORTEST_WORD_CHARS = 4;
const SHORT_WORD_CHARS = 5;
const LONG_WORD_CHARS = 9;

/** A word of the query, as typed and as read. */
export type Piece = Token & { readonly read: string };
type Meaning = {
  readonly hits?: readonly Hit[];
  readonly places?: readonly MeantPlace[];
  /** Whether a word had to be read as another one for it. */
  readonly isGuessed?: boolean;
};
/** What the words from start to end were found to mean. */
export type Match = Meaning & { readonly start: number; readonly end: number };
type Finder = (run: readonly Piece[]) => Meaning | null;

const named = vocabulary("names");
const everyday = vocabulary("everyday");
const namedStems = new Set([...named.keys()].map(stemOf));
const everydayStems = new Set([...everyday.keys()].map(stemOf));
const places = placeWords();
const givenNames = new Set(people.given);
const names = new Set([...people.given, ...people.family]);
const ordinary = new Set([...ordinaryWords.it, ...ordinaryWords.en]);
const correctTerm = corrector(named, isTerm);
const correctLong = corrector(new Map([...everyday].filter(([word]) => word.length >= LONG_WORD_CHARS - 1)), isTerm);
const undoubled = new Map([...everyday.keys()].map((word) => [squeeze(word), word]));
const correctPlace = corrector(new Map([...places].map((word) => [word, 1])));
const kinOf = kinFinder(new Map([...named].filter(([word]) => isTerm(word))));

function needsNoReading(text: string): boolean {
  const isKnown = [named, everyday, places].some((words) => words.has(text));
  return isKnown || isFiller(text) || isStopWord(text) || extentOf(text) !== null;
}

/** A given name is never taken, by its ending, for a trade («Guido»). */
function isName(text: string): boolean {
  return givenNames.has(text) && !needsNoReading(text);
}

/** A place or a term with one slip in it. */
function corrected(text: string): string | null {
  const [term, place] = [correctTerm(text), correctPlace(text)];
  return place && placesCalled([place]).length > 0 ? place : (term ?? correctedEveryday(text));
}

/** Of an everyday word only doubled letters, or a slip in a long one: «gattina» is no slip of «gallina». A very short one is a term by itself. */
function correctedEveryday(text: string): string | null {
  if (text.length >= LONG_WORD_CHARS) return correctLong(text);
  const meant = text.length >= SHORTEST_WORD_CHARS ? (undoubled.get(squeeze(text)) ?? null) : null;
  return meant !== null && (text.length >= SHORT_WORD_CHARS || isTerm(meant)) ? meant : null;
}

/** Whether it is a word of a name, or means something by itself. */
const isNamed = (text: string) =>
  (needsNoReading(text) && !everyday.has(text)) || isTerm(text) || namedStems.has(stemOf(text));

/** Whether an everyday term of several words has it: then it is well spelt, though alone it may mean a name of the same root. */
const isEveryday = (text: string) => everydayStems.has(stemOf(text));

/** What a word was meant to be: itself, as names of people are; a place or a term with one slip; or a term of the same root; an ordinary word is none of these («salta», «treno»). */
function readingOf(token: Token): Piece {
  const { text } = token;
  if (isNamed(text) || [names, ordinary].some((words) => words.has(text))) return { ...token, read: text };
  return { ...token, read: (isEveryday(text) ? null : corrected(text)) ?? kinOf(text) ?? text };
}

type Lengths = { readonly longest: number; readonly shortest?: number };

const isFree = (matches: readonly Match[], from: number, to = from + 1) =>
  matches.every(({ start, end }) => to <= start || from >= end);

/** Runs of free words, longest first and from the left, for which the finder knows a meaning. */
function matchRuns(pieces: readonly Piece[], matches: Match[], { longest, shortest = 1 }: Lengths, find: Finder) {
  for (let length = Math.min(longest, pieces.length); length >= shortest; length--) {
    for (let start = 0; start + length <= pieces.length; start++) {
      const end = start + length;
      const meaning = isFree(matches, start, end) ? find(pieces.slice(start, end)) : null;
      if (meaning) matches.push({ ...meaning, start, end });
    }
  }
}

const isGuess = ({ text, read }: Piece) => text !== read;
const some = (hits: readonly Hit[]) => (hits.length > 0 ? { hits } : null);
const at = (places: readonly PlaceRef[]) => (places.length > 0 ? { places } : null);

function bracketedCode([piece]: readonly Piece[]): Meaning | null {
  return piece?.written === "bracketed" ? at(provinceCoded(piece.text)) : null;
}

function nameOf(words: readonly string[], language: Language | undefined): Meaning | null {
  return (
    at(placesCalled(words)) ??
    some(termHits(words, language)) ??
    (words.length > 1 ? some(partHits(words, language)) : null)
  );
}

/** As typed first: «start up» is well spelt together, though neither word is known alone. */
function wholeName(run: readonly Piece[], language: Language | undefined): Meaning | null {
  if (run.some(({ text }) => isName(text))) return null;
  const typed = run.map(({ text }) => text);
  const asTyped = nameOf(typed, language);
  if (asTyped || !run.some(isGuess)) return asTyped;
  const asRead = nameOf(
    run.map(({ read }) => read),
    language,
  );
  return asRead && { ...asRead, isGuessed: true };
}

/** «PC» in capitals: beside what somebody does, or a town, rather the province than the thing. */
const isCodeToo = ({ text, written }: Piece) =>
  written === "capitals" &&
  provinceCoded(text).length > 0 &&
  termHits([text]).every(({ confidence }) => confidence < SYNONYM);

function meansNothing({ text, read }: Piece): boolean {
  const isPlace = placesCalled([read]).length > 0 || provinceCoded(text).length > 0 || placesOpening(text).length > 0;
  return !isPlace && !isTerm(read) && !names.has(text);
}

/** Runs with one or two words left out of their middle, that mean nothing by themselves. */
function* loosened(run: readonly Piece[]): Generator<readonly Piece[]> {
  const inner = run.map((_, i) => i).slice(1, -1);
  for (const i of inner) yield run.filter((_, at) => at !== i);
  for (const i of inner) for (const j of inner) if (i < j) yield run.filter((_, at) => at !== i && at !== j);
}

/** As part of a term of several words: as typed where one has it so. */
const saidOf = ({ text, read }: Piece) => (isEveryday(text) ? text : read);
const isSaidOtherwise = (piece: Piece) => saidOf(piece) !== piece.text;

/** «salta sempre la corrente»: a term of several words, with others in between. */
function looseName(run: readonly Piece[], language: Language | undefined): Meaning | null {
  for (const kept of loosened(run)) {
    if (!run.every((piece) => kept.includes(piece) || meansNothing(piece))) continue;
    const hits = wholeHits(kept.map(saidOf), language);
    if (hits.length > 0) return { hits, isGuessed: kept.some(isSaidOtherwise) };
  }
  return null;
}

function shortPlace([piece]: readonly Piece[]): Meaning | null {
  if (!piece || isGuess(piece)) return null;
  const isWord = isStopWord(piece.text) && piece.written !== "capitals";
  return at(isWord ? [] : provinceCoded(piece.text)) ?? at(placesOpening(piece.text));
}

/** A long word with one slip in it is hardly another one. */
const isSlip = ({ text, read }: Piece) => text.length >= LONG_WORD_CHARS && isOneEdit(squeeze(text), squeeze(read));

/** A corrected word, or one that is a surname too («Conti»), counts only as a whole term: guess upon guess finds something for any name. */
function partOfTerm([piece]: readonly Piece[], language: Language | undefined): Meaning | null {
  if (!piece || names.has(piece.text) || (isGuess(piece) && !isSlip(piece))) return null;
  const hits = some(partHits([piece.read], language));
  return hits && { ...hits, isGuessed: isGuess(piece) };
}

/** What the words that are free, and no names of people, speak of together; said of each of them. */
function matchGist(pieces: readonly Piece[], matches: readonly Match[], language: Language | undefined): Match[] {
  const free = pieces.flatMap((piece, at) => (names.has(piece.text) || !isFree(matches, at) ? [] : [{ piece, at }]));
  const said = free.map(({ piece }) => saidOf(piece));
  const { hits, words } = gistOf(said, language);
  return free.flatMap(({ piece, at }, i) =>
    words.has(said[i] ?? "") ? [{ hits, isGuessed: isSaidOtherwise(piece), start: at, end: at + 1 }] : [],
  );
}

/** «zona Bologna», «Bologna e provincia», «zona sud di Milano»: the words beside a place say how much of it is meant, and are spent. */
function extendPlaces(pieces: readonly Piece[], matches: readonly Match[]): Match[] {
  const extend = (match: Match): Match => {
    const beside = [match.start - 1, match.end].find((i) => extentOf(pieces[i]?.text ?? "") !== null);
    const extent = extentOf(pieces[beside ?? -1]?.text ?? "");
    if (!match.places || beside === undefined || extent === null) return match;
    const places = match.places.map((place) => extended(place, extent));
    return extend({ ...match, places, start: Math.min(match.start, beside), end: Math.max(match.end, beside + 1) });
  };
  return matches.map(extend);
}

const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?(?![\p{L}\p{N}])/gu;

/** «C.E.R.» is «cer», where that is a term; «P.A.» and «G.B.» stay as they are. */
function joinInitials(text: string): string {
  return text.replace(INITIALS, (dotted) => {
    const word = dotted.replaceAll(".", "").toLowerCase();
    return isTerm(word) ? word : dotted;
  });
}

/** The words of a query, corrected where need be. */
export function piecesOf(query: string): readonly Piece[] {
  return tokensOf(joinInitials(query)).slice(0, TOKENS_MAX).map(readingOf);
}

/**
 * What the words mean, in their order: names and terms of several words first, the longest winning, as they stand and then with
 * words in between; single words, codes of provinces in capitals last; short forms of places; where no competence is named, what words tell together; then parts of
 * terms. Words of any trade («consulente») count only when nothing else names a competence.
 */
export function meaningsOf(pieces: readonly Piece[], language?: Language): readonly Match[] {
  let matches: Match[] = [];
  const [several, one] = [{ longest: PHRASE_WORDS_MAX, shortest: 2 }, { longest: 1 }];
  matchRuns(pieces, matches, one, bracketedCode);
  matchRuns(pieces, matches, several, (run) => wholeName(run, language));
  matchRuns(pieces, matches, { ...several, shortest: 3 }, (run) => looseName(run, language));
  matchRuns(pieces, matches, one, (run) => (run.some(isCodeToo) ? null : wholeName(run, language)));
  if (matches.length === 0) matchRuns(pieces, matches, one, (run) => wholeName(run, language));
  matchRuns(pieces, matches, one, shortPlace);
  matches = extendPlaces(pieces, matches);
  const gist = matches.some(({ hits }) => hits) ? [] : matchGist(pieces, matches, language);
  if (gist.length > 0) return [...matches, ...gist].toSorted((a, b) => a.start - b.start);
  matchRuns(pieces, matches, one, (run) => (run.some(({ text }) => isFiller(text)) ? null : partOfTerm(run, language)));
  if (matches.every(({ hits }) => !hits)) matchRuns(pieces, matches, one, (run) => partOfTerm(run, language));
  return matches.toSorted((a, b) => a.start - b.start);
}
