import people from "../data/names.json";
import { tokensOf } from "../word/rules";

const given = new Set(people.given);
const family = new Set(people.family);

/** Whether any of some words is a given name. */
export const hasGivenName = (words: string): boolean => tokensOf(words).some(({ text }) => given.has(text));

/** Of words left over, folded, those that name people: names as people bear them, and whatever stands beside a given name. */
export function namesAmong(rest: string): { names: string[]; rest: string } {
  const words = rest.split(" ").filter(Boolean);
  const isGiven = (word: string | undefined) => word !== undefined && given.has(word);
  const isName = (word: string, i: number) =>
    isGiven(word) || family.has(word) || isGiven(words[i - 1]) || isGiven(words[i + 1]);
  return { names: words.filter(isName), rest: words.filter((word, i) => !isName(word, i)).join(" ") };
}
