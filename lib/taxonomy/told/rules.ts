import { fold } from "@/lib/core/text";

/** A phrase of folded words, one space between them, and what it says; null where it says nothing. */
export type Phrase<T> = { readonly pattern: RegExp; readonly read: (match: RegExpMatchArray) => T | null };
/** What a query says by a phrase, and the words that say so, folded. */
export type Told<T> = { readonly value: T; readonly matched: string };
type Found<T> = Told<T> & { readonly start: number; readonly end: number };

/** Any of some phrases, between words. */
export const phrase = (phrases: readonly string[]) => new RegExp(`(?<= |^)(?:${phrases.join("|")})(?= |$)`, "g");

const countOf = (part: string) => part.split(" ").length;

/** Phrases by the positions of their words; one that begins inside another says nothing more. */
function found<T>(words: readonly string[], phrases: readonly Phrase<T>[]): readonly Found<T>[] {
  const text = words.join(" ");
  const all = phrases.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match): Found<T>[] => {
      const value = read(match);
      const start = countOf(text.slice(0, match.index)) - 1;
      return value === null ? [] : [{ value, matched: match[0], start, end: start + countOf(match[0]) }];
    }),
  );
  return all.filter((one, i) => !all.slice(0, i).some(({ start, end }) => one.start < end && start < one.end));
}

/** What a query says by some phrases, and the query without their words. Several that differ say nothing. */
export function toldIn<T>(query: string, phrases: readonly Phrase<T>[]): { told: Told<T> | null; bare: string } {
  const words = [...query.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const all = found(
    words.map(([word]) => fold(word)),
    phrases,
  );
  const [first, ...others] = all;
  if (!first || others.some(({ value }) => value !== first.value)) return { told: null, bare: query };
  const gaps = words
    .filter((_, i) => all.some(({ start, end }) => i >= start && i < end))
    .map(({ 0: word, index }) => ({ from: index, to: index + word.length }));
  const bare = gaps.reduceRight((text, { from, to }) => `${text.slice(0, from)} ${text.slice(to)}`, query);
  return { told: { value: first.value, matched: all.map(({ matched }) => matched).join(" ") }, bare };
}
