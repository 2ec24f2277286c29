/** How an act ended: refusals by code, or none. */
export type Ending = { readonly codes: readonly string[]; readonly hasChanged: boolean };

const WORDS: Readonly<Record<string, string>> = { "common.notFound": "404", "common.signIn": "in" };

/**
 * What a cell says of an act: «yes» took effect, «same» was done already and changes nothing, else the code of the refusal.
 * A refusal that left something behind is no refusal, whatever it said.
 */
export function wordOf({ codes, hasChanged }: Ending): string {
  if (codes.length === 0) return hasChanged ? "yes" : "same";
  const said = codes.map((code) => WORDS[code] ?? code).join("+");
  return hasChanged ? `${said}, and yet wrote` : said;
}

/** What a cell says of a query: null is not found; a query may answer with a word of its own. */
export function readingOf(value: unknown): string {
  if (value === null || value === undefined) return "404";
  return typeof value === "string" ? value : "yes";
}
