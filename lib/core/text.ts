const MARKS = /\p{M}+/gu;
// Control characters but tab and line ends, direction overrides, byte order mark, and what a form makes of broken surrogates.
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD]/u;
const LISTS = { it: new Intl.ListFormat("it"), en: new Intl.ListFormat("en") };
const graphemes = new Intl.Segmenter("it", { granularity: "grapheme" });

/** Lower case, without accents, straight apostrophes, single spaces: the form in which texts are compared and searched. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(MARKS, "").toLowerCase().replace(/[’‘`]/g, "'").replace(/\s+/g, " ").trim();
}

/** Length as a person counts it: an emoji or an accented letter is one. */
export function lengthOf(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count++;
  return count;
}

/** Whether a text holds only what a person can type: no control or direction-changing characters, no broken surrogates. */
export function isCleanText(text: string): boolean {
  return text.isWellFormed() && !FORBIDDEN.test(text);
}

/** A slug of at most 60 ASCII characters; empty when nothing of the text can stand in an address. */
export function slugOf(text: string): string {
  const dashed = fold(text).replace(/[^a-z0-9]+/g, "-");
  return dashed.slice(0, 60).replace(/^-+|-+$/g, "");
}

/** Initials of the first and the last word, for tiles: at most two letters. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return ends
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

/** «Ada, Bo e Cai». The list formats are made once: making one costs more than a page of their use. */
export function listOf(words: readonly string[], language: keyof typeof LISTS): string {
  return LISTS[language].format(words);
}

/** A text as it stands between the quotation marks of a language, «…» or “…”: its own become the inner ones. */
export function insideQuotes(text: string, language: "it" | "en"): string {
  return language === "it"
    ? text.replaceAll("«", "“").replaceAll("»", "”")
    : text.replaceAll("“", "‘").replaceAll("”", "’");
}
