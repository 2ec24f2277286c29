import { fold } from "@/lib/core/text";
import { isOneEdit } from "@/lib/taxonomy/spelling/rules";

/** More words than this name nobody. */
const WORDS_MAX = 4;
/** A shorter word is one slip away from too many others, a longer one is no name. */
const WORD_CHARS = { min: 4, max: 20 };
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** Every word that one letter added, dropped or changed, or two neighbours swapped, makes of a folded one; the first letter is right. */
export function slipsOf(word: string): readonly string[] {
  const slips = new Set<string>();
  for (let at = 1; at <= word.length; at++) {
    const [before, here, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
    slips.add(before + after);
    if (after !== "") slips.add(before + after.slice(0, 1) + here + after.slice(1));
    for (const letter of LETTERS) {
      slips.add(before + letter + here + after);
      if (here !== "") slips.add(before + letter + after);
    }
  }
  slips.delete(word);
  return [...slips];
}

const canSlip = (word: string) =>
  word.length >= WORD_CHARS.min && word.length <= WORD_CHARS.max && /^[a-z]+$/.test(word);

/**
 * What names are searched for so that exactly one typed word has one slip in it, as a tsquery of the configuration «simple»; null where
 * the words name nobody, or none of them can have one.
 */
export function slippedQuery(words: readonly string[]): string | null {
  if (words.length > WORDS_MAX) return null;
  const ways = words.flatMap((word, i) => {
    if (!canSlip(word)) return [];
    const others = words.filter((_, at) => at !== i).map((other) => `'${other}':*`);
    return [[`(${slipsOf(word).join(" | ")})`, ...others].join(" & ")];
  });
  return ways.length > 0 ? ways.map((way) => `(${way})`).join(" | ") : null;
}

/** A typed word, folded, and the one of somebody's name it was meant to be, as that is written. */
export type Respelling = { readonly from: string; readonly to: string };

/** Of names that hold the words but for one slip, what most of them spell otherwise; of equals the first by alphabet. */
export function respellingIn(names: readonly string[], words: readonly string[]): Respelling | null {
  const counts = new Map<string, Respelling & { readonly count: number }>();
  for (const name of names) {
    const spelling = otherSpelling(name, words);
    if (!spelling) continue;
    const key = `${spelling.from} ${fold(spelling.to)}`;
    counts.set(key, { ...spelling, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].toSorted((a, b) => b.count - a.count || a.to.localeCompare(b.to));
  return most ? { from: most.from, to: most.to } : null;
}

function otherSpelling(name: string, words: readonly string[]): Respelling | null {
  const written = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const borne = written.map(fold);
  const [from, ...others] = words.filter((word) => !borne.some((part) => part.startsWith(word)));
  if (from === undefined || others.length > 0) return null;
  const to = written.find((_, i) => borne[i]?.[0] === from[0] && isOneEdit(from, borne[i] ?? ""));
  return to === undefined ? null : { from, to };
}

/** A search with one of its words spelt otherwise. */
export function respelled(q: string, { from, to }: Respelling): string {
  return q.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => (fold(word) === from ? to : word));
}
