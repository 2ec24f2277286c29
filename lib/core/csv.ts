const SIGNS = new Set(["=", "+", "-", "@", "−"]);
/** What a reader may skip before it looks for a sign: spaces, marks without width, quotes. */
const SKIPPED = /^[\s\p{Cc}\p{Cf}"'`]+/u;
/** Where a reader that knows other separators than ours may begin a new cell. */
const BREAKS = /([;|\t\r\n])/;

function opensFormula(piece: string): boolean {
  const first = [...piece.replace(SKIPPED, "")][0];
  return first !== undefined && SIGNS.has([...first.normalize("NFKC")][0] ?? "");
}

/**
 * A text that no spreadsheet takes for a formula: an apostrophe before each sign (= + - @, full-width and small ones too) that
 * opens it, or opens what a reader with another separator would take for a cell. Nothing else is changed.
 */
export function withoutFormulas(text: string): string {
  const guarded = text
    .split(BREAKS)
    .map((piece) => (opensFormula(piece) && !piece.startsWith("'") ? `'${piece}` : piece))
    .join("");
  return /^[\t\r\n]/.test(guarded) ? `'${guarded}` : guarded;
}

const cellOf = (text: string) => {
  const safe = withoutFormulas(text);
  return /[",;|\t\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as CSV by RFC 4180: commas, quotes where needed, CRLF; with a byte order mark, by which spreadsheets know UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("")}`;
}
