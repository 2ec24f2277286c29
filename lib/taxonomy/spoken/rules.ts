import { fold } from "@/lib/core/text";
import { isTerm } from "../phrase/rules";
import { type Phrase, phrase, toldIn } from "../told/rules";
import { LANGUAGE_CODES } from "../types";

/** What languages are called in Italian and in English; beside «lingua», in the feminine. */
const codes = new Map(
  LANGUAGE_CODES.flatMap((code) =>
    ["it", "en"].map((locale) => [fold(new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code), code]),
  ),
);
const feminine = new Map([...codes].map(([name, code]) => [name.replace(/o$/, "a"), code]));
const oneOf = (names: ReadonlyMap<string, string>) => `(${[...names.keys()].join("|")})`;
const NAME = oneOf(codes);

const WHO = "(?:chi|che|qualcuno che|qualcuna che|persone che|gente che)";
const THEY = "(?:who|that|people who|someone who|somebody who|anyone who)";
const SPEAKS = [
  `(?<!non )(?:${WHO} )?(?:parla|parlano|parli|parlino|parlante|parlanti) (?:anche |bene )?(?:(?:il |l |lo )?${NAME}|la lingua ${oneOf(feminine)})`,
  `(?:di|in) lingua ${oneOf(feminine)}`,
  `(?<!never )(?:${THEY} )?speaks ${NAME}`,
  `${THEY} (?:can )?speak ${NAME}`,
  `${NAME} (?:speaking|speakers?)`,
];

function codeIn([, ...names]: RegExpMatchArray): string | null {
  const name = names.find(Boolean) ?? "";
  return codes.get(name) ?? feminine.get(name) ?? null;
}
const PHRASES: readonly Phrase<string>[] = [
  { pattern: phrase(SPEAKS), read: codeIn },
  // Alone, what is taught as well is rather sought by whoever wants to learn it.
  { pattern: new RegExp(`^${NAME}$`, "g"), read: (match) => (isTerm(match[0]) ? null : codeIn(match)) },
];

/** The language that people must speak: «parla rumeno», «English-speaking notary», «wolof»; and the search without the words that say so. */
export const spokenOf = (query: string) => toldIn(query, PHRASES);
