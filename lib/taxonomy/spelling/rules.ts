import { stemOf } from "../word/rules";

const WORD_CHARS_MIN = 5;

/** «architteto» and «architetto» meet: doubled letters are where Italian spelling slips. */
export function squeeze(word: string): string {
  return word.replace(/(.)\1+/g, "$1");
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function shortened(word: string): string[] {
  return [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];
}

/** Whether one letter added, dropped or changed, or two neighbours swapped, turns one word into the other. */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return a === b;
  let start = 0;
  while (a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.length > restB.length) return restA.slice(1) === restB;
  if (restA.length < restB.length) return restB.slice(1) === restA;
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return swapped || restA.slice(1) === restB.slice(1);
}

/** Shapes in which one slip is forgiven: as written, without doubled letters, and the stem of a word long enough to bear both. */
function shapesOf(word: string): readonly string[] {
  return word.length > WORD_CHARS_MIN + 1 ? [word, squeeze(word), squeeze(stemOf(word))] : [word];
}

/**
 * How far a known word is from a typed one: 0 doubled letters only, 1 a slip, then slips in other shapes; null when farther.
 * First and last letter must be right: «Ferrari» is not «Ferrara», and endings are the stem's business.
 */
function slipOf(typed: string, known: string): number | null {
  if (typed[0] !== known[0] || sharedPrefix(typed, known) >= Math.max(typed.length, known.length) - 1) return null;
  if (squeeze(typed) === squeeze(known)) return 0;
  const [a, b] = [shapesOf(typed), shapesOf(known)];
  const shape = a.findIndex((form, i) => isOneEdit(form, b[i] ?? ""));
  return shape < 0 ? null : shape + 1;
}

function indexByShape(known: ReadonlyMap<string, number>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of known.keys()) {
    if (word.length < WORD_CHARS_MIN - 1) continue;
    for (const shape of new Set([...shapesOf(word), squeeze(word)].flatMap(shortened))) {
      const words = index.get(shape);
      if (words) words.push(word);
      else index.set(shape, [word]);
    }
  }
  return index;
}

/**
 * A function from a word of five letters or more to the known word it was meant to be, or null.
 * Of several the nearest, then one that `isWhole` (means something by itself), then the more frequent, then the one of equal length.
 * It prepares itself at the first call: most queries are well spelt.
 */
export function corrector(
  known: ReadonlyMap<string, number>,
  isWhole: (word: string) => boolean = () => false,
): (word: string) => string | null {
  let byShape: ReadonlyMap<string, readonly string[]> | undefined;
  return (typed) => {
    if (typed.length < WORD_CHARS_MIN) return null;
    byShape ??= indexByShape(known);
    const near = new Set<string>();
    for (const shape of [...shapesOf(typed), squeeze(typed)].flatMap(shortened)) {
      for (const word of byShape.get(shape) ?? []) near.add(word);
    }
    const [best] = [...near]
      .map((word) => ({ word, slip: slipOf(typed, word) ?? Number.POSITIVE_INFINITY }))
      .filter(({ slip }) => Number.isFinite(slip))
      .toSorted(
        (a, b) =>
          a.slip - b.slip ||
          Number(isWhole(b.word)) - Number(isWhole(a.word)) ||
          (known.get(b.word) ?? 0) - (known.get(a.word) ?? 0) ||
          Math.abs(a.word.length - typed.length) - Math.abs(b.word.length - typed.length) ||
          a.word.localeCompare(b.word),
      );
    return best?.word ?? null;
  };
}

const SHARED_CHARS_MIN = 7;

/** Whether two words grow from one root: «ristrutturare» and «ristrutturazioni», «restaurare» and «restauro». */
function isKin(typed: string, known: string, shared: number): boolean {
  const stem = stemOf(known);
  return (
    shared >= SHARED_CHARS_MIN || (stem.length >= WORD_CHARS_MIN && shared >= stem.length && typed.length > shared)
  );
}

/** A function from a word to the known word of the same root with the most letters in common, then the more frequent; or null. */
export function kinFinder(known: ReadonlyMap<string, number>): (word: string) => string | null {
  const byStart = new Map<string, string[]>();
  const countOf = ({ word }: { word: string }) => known.get(word) ?? 0;
  for (const word of known.keys()) {
    const start = word.slice(0, WORD_CHARS_MIN);
    if (word.length >= WORD_CHARS_MIN) byStart.set(start, [...(byStart.get(start) ?? []), word]);
  }
  return (typed) => {
    const [best] = (byStart.get(typed.slice(0, WORD_CHARS_MIN)) ?? [])
      .map((word) => ({ word, shared: sharedPrefix(typed, word) }))
      .filter(({ word, shared }) => isKin(typed, word, shared))
      .toSorted((a, b) => b.shared - a.shared || countOf(b) - countOf(a) || a.word.localeCompare(b.word));
    return best?.word ?? null;
  };
}
