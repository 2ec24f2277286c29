import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvOf, withoutFormulas } from "./csv";

/** A reader of RFC 4180 with any separator, as forgiving as spreadsheets: what follows a closing quote still belongs to the cell. */
function parse(text: string, separator = ","): string[][] {
  const cells = new RegExp(`(?:"((?:[^"]|"")*)")?([^\\${separator}\\r\\n]*)(\\${separator}|\\r\\n|\\r|\\n)`, "gy");
  const rows: string[][] = [[]];
  for (const [, quoted = "", rest = "", end] of text.matchAll(cells)) {
    rows.at(-1)?.push(quoted.replaceAll('""', '"') + rest);
    if (end !== separator) rows.push([]);
  }
  return rows.slice(0, -1);
}

const isFormula = (cell: string) => /^[=+\-@−]/.test(cell.replace(/^[\s\p{Cc}\p{Cf}"]+/u, "").normalize("NFKC"));

describe("a cell", () => {
  test.each([
    ["", ""],
    ["Ada", "Ada"],
    ["Rossi, Ada", '"Rossi, Ada"'],
    ["detta «la Ada»", "detta «la Ada»"],
    ['detta "la Ada"', '"detta ""la Ada"""'],
    ["una\nriga", '"una\nriga"'],
    ["3 - 2 = 1", "3 - 2 = 1"],
    ["ada@example.org", "ada@example.org"],
    ["=1+1", `"'=1+1"`],
    ["+39 02", `"'+39 02"`],
    ["-5", `"'-5"`],
    ["@SUM(A1)", `"'@SUM(A1)"`],
    ["\tx", `"'\tx"`],
    ["\rx", `"'\rx"`],
    ["\n=1", `"'\n'=1"`],
    ["  =1", `"'  =1"`],
    ["＝1", `"'＝1"`],
    ["＋1", `"'＋1"`],
    ["－1", `"'－1"`],
    ["＠a", `"'＠a"`],
    ["﹦1", `"'﹦1"`],
    ["−1", `"'−1"`],
    ["\u200B=1", `"'\u200B=1"`],
    ['"=1', `"'""=1"`],
    ["uno;=1", `"uno;'=1"`],
    ['uno;"=1', `"uno;'""=1"`],
    ["uno | =1", `"uno |' =1"`],
    ["uno\n- due", `"uno\n'- due"`],
    ["l’ora", "l’ora"],
    ["'quote", `"'quote"`],
  ])("%j is written %s", (text, written) => {
    expect(csvOf([[text]])).toBe(`\uFEFF${written}\r\n`);
  });
});

const nasty = fc.constantFrom(..."=+-@＝＋－＠−\t\r\n\",;|' \u200B", "a", "è", "日");
const cell = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join("")),
);
const rows = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));

test("whatever is written reads back as it was guarded, mark and line ends included", () => {
  fc.assert(
    fc.property(rows, (table) => {
      const text = csvOf(table);
      expect(text.startsWith("\uFEFF")).toBe(true);
      expect(text.endsWith("\r\n")).toBe(true);
      expect(parse(text.slice(1))).toEqual(table.map((row) => row.map(withoutFormulas)));
    }),
  );
});

test("no cell opens with a sign, whether a reader parts cells by comma, semicolon, bar or tab", () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(",", ";", "|", "\t"), (table, separator) => {
      for (const read of parse(csvOf(table).slice(1), separator).flat()) expect(isFormula(read), read).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test("guarding twice is guarding once, and only ever adds apostrophes", () => {
  fc.assert(
    fc.property(cell, (text) => {
      const guarded = withoutFormulas(text);
      expect(withoutFormulas(guarded)).toBe(guarded);
      expect(guarded.replaceAll("'", "")).toBe(text.replaceAll("'", ""));
    }),
  );
});
