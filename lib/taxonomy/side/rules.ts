import { fold } from "@/lib/core/text";
import type { UnderstoodSide } from "../types";

const SOMEONE = "(?:qualcuno|qualcuna|persone|gente|people|someone|somebody|anyone|anybody|those)";
const WHO = `(?:(?:${SOMEONE} )?(?:chi|che|who|that)|${SOMEONE})`;

/** What somebody else offers is sought among offers. */
const THEY_OFFER = [
  `(?:${WHO} )?(?:si )?(?:offre|offra|offrono|offrano|offresi)`,
  `${WHO} (?:puo|possa|possono|possano) offrire`,
  `${WHO} (?:offers?|can offer)`,
  `(?:${WHO} )?(?:is |are )?offering`,
  "^offers?",
];
/** What somebody else looks for, or whoever types offers, is sought among asks. «Cerco», «I need» say only that they search. */
const THEY_ASK = [
  `${WHO} (?:cerca|cerchi)`,
  `(?:${WHO} )?(?:cercano|cerchino|sta cercando|stanno cercando|(?:ha|hanno|abbia|abbiano) bisogno)`,
  "a (?:chi|cui) (?:serve|servono|servirebbe)",
  `${WHO} (?:needs?|wants?|seeks?|looks? for|(?:(?:is|are) )?(?:looking for|searching for|in need of|seeking))`,
  "^(?:needs|seeks|looks for)",
];
const I_OFFER = [
  "(?:io )?(?:offro|offriamo)",
  "(?:posso|possiamo|vorrei|voglio) offrire",
  "(?:i|we) (?:can |could )?offer",
  "(?:i m|i am|we re|we are) offering",
];

const anyOf = (phrases: readonly string[]) => new RegExp(`(?<= |^)(?:${phrases.join("|")})(?= |$)`, "g");
const PHRASES = [
  ["asks", anyOf(I_OFFER)],
  ["asks", anyOf(THEY_ASK)],
  ["offers", anyOf(THEY_OFFER)],
] as const;

type Found = UnderstoodSide & { readonly start: number; readonly end: number };

/** Phrases that say a side, by the positions of their words; one that begins inside another says nothing more. */
function phrasesIn(words: readonly string[]): readonly Found[] {
  const text = words.join(" ");
  const countOf = (part: string) => part.split(" ").length;
  const found = PHRASES.flatMap(([side, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: matched, index }): Found => {
      const start = countOf(text.slice(0, index)) - 1;
      return { side, matched, start, end: start + countOf(matched) };
    }),
  );
  return found.filter((one, i) => !found.slice(0, i).some(({ start, end }) => one.start < end && start < one.end));
}

/**
 * Whether a search says on which side to look: «chi offre grafica», «chi cerca un sito», «offro lezioni»; and the search
 * without the words that say so. Both sides at once say neither.
 */
export function sideOf(query: string): { readonly side: UnderstoodSide | null; readonly bare: string } {
  const words = [...query.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const [first, ...others] = phrasesIn(words.map(([word]) => fold(word)));
  if (!first || others.some(({ side }) => side !== first.side)) return { side: null, bare: query };
  const phrases = [first, ...others];
  const isTaken = (i: number) => phrases.some(({ start, end }) => i >= start && i < end);
  const gaps = words
    .filter((_, i) => isTaken(i))
    .map(({ 0: word, index }) => ({ from: index, to: index + word.length }));
  const bare = gaps.reduceRight((text, { from, to }) => `${text.slice(0, from)} ${text.slice(to)}`, query);
  return { side: { side: first.side, matched: phrases.map(({ matched }) => matched).join(" ") }, bare };
}
