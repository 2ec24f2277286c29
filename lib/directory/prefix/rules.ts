import { fold } from "@/lib/core/text";
import { namesAmong } from "@/lib/taxonomy/name/rules";
import { isOneEdit } from "@/lib/taxonomy/spelling/rules";
import { isStopWord } from "@/lib/taxonomy/word/rules";

const SLIP_CHARS_MIN = 4;

/** Folded words of a text. */
export function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words of what was typed that say something. */
export function typedWordsOf(text: string): readonly string[] {
  return wordsOf(text).filter((word) => !isStopWord(word));
}

/** Whether what was typed begins a word once one letter of it is put right. First letters are right; names of people are no slips. */
export function nearlyBegins(typed: string, word: string): boolean {
  if (typed.length < SLIP_CHARS_MIN || word.length < SLIP_CHARS_MIN || typed[0] !== word[0]) return false;
  if (namesAmong(typed).names.length > 0) return false;
  return [-1, 0, 1].some((change) => isOneEdit(typed, word.slice(0, typed.length + change)));
}

/** How what was typed stands in a term: 0 whole, 1 at its beginning, 2 elsewhere; null when a typed word begins none of its words. */
export function fitOf(typed: readonly string[], term: readonly string[], slipsMax: 0 | 1): 0 | 1 | 2 | null {
  const unfit = typed.filter((word) => !term.some((known) => known.startsWith(word)));
  if (unfit.length > slipsMax || !unfit.every((word) => term.some((known) => nearlyBegins(word, known)))) return null;
  if (typed.join(" ") === term.join(" ")) return 0;
  const [first = ""] = typed;
  const opens = (known: string) => known.startsWith(first) || (unfit.includes(first) && nearlyBegins(first, known));
  return term[0] !== undefined && opens(term[0]) ? 1 : 2;
}
