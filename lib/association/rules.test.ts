import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { charterHash, freeSlug, minutesAYear, wordOf } from "./rules";
import type { CharterText } from "./types";

const CHARTER: CharterText = {
  values: [
    { valueSlug: "care", name: "", meaning: "Si ascolta prima di toccare.", shownBy: "Tre visite." },
    { valueSlug: null, name: "Buon vicinato", meaning: "Si saluta.", shownBy: "Una cena l’anno." },
  ],
  clauses: [{ number: 1, kind: "COMMITMENT", text: "Tre ore al mese." }],
};

describe("charter hash", () => {
  test("M11: is the sha256 of the canonical text, keys in their order", () => {
    const canonical =
      '{"values":[{"name":"care","meaning":"Si ascolta prima di toccare.","shownBy":"Tre visite."},' +
      '{"name":"Buon vicinato","meaning":"Si saluta.","shownBy":"Una cena l’anno."}],' +
      '"clauses":[{"number":1,"kind":"COMMITMENT","text":"Tre ore al mese."}]}';
    expect(charterHash(CHARTER)).toBe(createHash("sha256").update(canonical).digest("hex"));
  });

  test("does not depend on what the database adds", () => {
    const stored = { ...CHARTER, clauses: CHARTER.clauses.map((clause) => ({ id: "x", ...clause })) };
    expect(charterHash(stored)).toBe(charterHash(CHARTER));
  });

  test.each([
    ["the order of values", { ...CHARTER, values: CHARTER.values.toReversed() }],
    ["a clause", { ...CHARTER, clauses: [] }],
    ["the kind of a clause", { ...CHARTER, clauses: [{ number: 1, kind: "RULE" as const, text: "Tre ore al mese." }] }],
  ])("changes with %s", (_what, changed) => {
    expect(charterHash(changed)).not.toBe(charterHash(CHARTER));
  });
});

test.each([
  [{ valueSlug: "care", name: "" }, "care"],
  [{ valueSlug: null, name: "Buon vicinato" }, "Buon vicinato"],
])("%o stands as «%s»", (value, word) => {
  expect(wordOf(value)).toBe(word);
});

test.each([
  ["Cantiere Comune", [], "cantiere-comune"],
  ["Cantiere Comune", ["cantiere-comune"], "cantiere-comune-2"],
  ["Cantiere Comune", ["cantiere-comune", "cantiere-comune-2"], "cantiere-comune-3"],
  ["Nuova", [], "nuova-2"],
  ["New", [], "new-2"],
  ["!?…", [], null],
])("«%s», with %o taken, lives at %s", (name, taken, slug) => {
  expect(freeSlug(name, new Set(taken))).toBe(slug);
});

test.each([
  [180, "MONTH", 2160],
  [180, "QUARTER", 720],
  [180, "YEAR", 180],
] as const)("%i minutes a %s are %i a year", (minutes, period, yearly) => {
  expect(minutesAYear(minutes, period)).toBe(yearly);
});
