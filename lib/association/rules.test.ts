import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { charterHash, charterHashOf, freeSlug, minutesAYear, wordOf } from "./rules";
import type { CharterContent, CharterText } from "./types";

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

const CONTENT: CharterContent = {
  ...CHARTER,
  ...{ minMinutes: 180, minDeeds: 1, minPeriod: "MONTH", countedKinds: ["TIME", "SKILL"], graceDays: 14 },
  ...{
    confirmers: "STEWARDS",
    bars: ["VOTE", "PROPOSE"],
    ruleNote: "Un turno vale due ore.",
    reviewOn: "2027-06-01",
    isByVote: true,
  },
};

describe("charter hash, second form", () => {
  test("M11: is the sha256 of text, rule, day of review and number of the version, keys in their order", () => {
    const canonical =
      '{"form":2,"version":3,"values":[{"name":"care","meaning":"Si ascolta prima di toccare.","shownBy":"Tre visite."},' +
      '{"name":"Buon vicinato","meaning":"Si saluta.","shownBy":"Una cena l’anno."}],' +
      '"clauses":[{"number":1,"kind":"COMMITMENT","text":"Tre ore al mese."}],' +
      '"rule":{"minMinutes":180,"minDeeds":1,"minPeriod":"MONTH","countedKinds":["SKILL","TIME"],"graceDays":14,' +
      '"confirmers":"STEWARDS","bars":["PROPOSE","VOTE"],"note":"Un turno vale due ore."},"reviewOn":"2027-06-01","isByVote":true}';
    expect(charterHashOf(CONTENT, 3)).toBe(createHash("sha256").update(canonical).digest("hex"));
  });

  test.each([
    ["the minimum", { minMinutes: 181 }],
    ["deeds", { minDeeds: null }],
    ["what counts", { countedKinds: [] }],
    ["days of grace", { graceDays: 15 }],
    ["who confirms", { confirmers: "ANY_MEMBER" as const }],
    ["what is withheld", { bars: [] }],
    ["the note of the rule", { ruleNote: "" }],
    ["the day of review", { reviewOn: null }],
    ["who changes it", { isByVote: false }],
  ])("changes with %s", (_what, change) => {
    expect(charterHashOf({ ...CONTENT, ...change }, 3)).not.toBe(charterHashOf(CONTENT, 3));
  });

  test("an earlier text published again is a promise of its own; the order kinds were ticked in is none", () => {
    expect(charterHashOf(CONTENT, 4)).not.toBe(charterHashOf(CONTENT, 3));
    expect(charterHashOf({ ...CONTENT, countedKinds: ["SKILL", "TIME"] }, 3)).toBe(charterHashOf(CONTENT, 3));
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
