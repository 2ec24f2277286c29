import { describe, expect, test } from "vitest";
import type { CharterContent, ClauseText } from "../types";
import { compareCharters, differenceOf, isUnchanged, substanceOf } from "./rules";

const clause = (number: number, kind: ClauseText["kind"], text: string): ClauseText => ({ number, kind, text });

const CHARTER: CharterContent = {
  values: [
    { valueSlug: "care", name: "", meaning: "Si ascolta.", shownBy: "Tre visite." },
    { valueSlug: "trust", name: "", meaning: "Si dice prima.", shownBy: "Un foglio." },
    { valueSlug: null, name: "Vicinato", meaning: "Si saluta.", shownBy: "Una cena." },
  ],
  clauses: [
    clause(1, "VALUE", "Il lavoro ben fatto viene prima della data."),
    clause(2, "RULE", "Ci si vede il primo giovedì del mese."),
    clause(3, "COMMITMENT", "Ognuno dà tre ore al mese."),
  ],
  ...{ minMinutes: 180, minDeeds: null, minPeriod: "MONTH", countedKinds: ["TIME", "SKILL"], graceDays: 14 },
  ...{ confirmers: "ANY_MEMBER", bars: [], ruleNote: "Un turno vale due ore.", reviewOn: null, isByVote: false },
};

const [first, second, third] = CHARTER.clauses as [ClauseText, ClauseText, ClauseText];
const withClauses = (...clauses: ClauseText[]): CharterContent => ({
  ...CHARTER,
  clauses: clauses.map((one, i) => ({ ...one, number: i + 1 })),
});

describe("texts word by word", () => {
  test.each([
    ["nothing on either side", "", "", ""],
    ["the same", "tre ore", "tre ore", "tre ore"],
    ["a word for another", "tre ore al mese", "sei ore al mese", "[-tre-][+sei+] ore al mese"],
    ["more at the end", "tre ore", "tre ore, o due", "tre ore[+, o due+]"],
    ["all of it gone", "tre", "", "[-tre-]"],
    ["all of it new", "", "tre", "[+tre+]"],
    ["an apostrophe stays in its word", "l’anno", "l’orto", "[-l’anno-][+l’orto+]"],
  ])("%s", (_case, before, after, expected) => {
    const marks = { SAME: ["", ""], REMOVED: ["[-", "-]"], ADDED: ["[+", "+]"] } as const;
    const read = differenceOf(before, after).map(({ kind, text }) => marks[kind][0] + text + marks[kind][1]);
    expect(read.join("")).toBe(expected);
  });
});

describe("texts too long to be read word by word", () => {
  const lines = (count: number, word = "parola.") => Array.from({ length: count }, (_, i) => `${i} ${word}\n`).join("");
  test("are read line by line, and give both texts back", () => {
    const [before, after] = [lines(600), lines(600).replace("300 parola.", "300 altro.")];
    expect(differenceOf(before, after).filter(({ kind }) => kind !== "SAME")).toEqual([
      { kind: "REMOVED", text: "300 parola.\n" },
      { kind: "ADDED", text: "300 altro.\n" },
    ]);
  });
  test("or each as one, where there are too many lines", () => {
    const [before, after] = ["\na".repeat(4000), "\nb".repeat(4000)];
    expect(differenceOf(before, after)).toEqual([
      { kind: "REMOVED", text: before },
      { kind: "ADDED", text: after },
    ]);
  });
});

describe("P41: clauses side by side", () => {
  const read = (after: CharterContent) =>
    compareCharters(CHARTER, after).clauses.map(({ change, before, after: now }) =>
      [change, before?.number ?? "", now?.number ?? ""].join(" ").trim(),
    );
  test.each([
    ["the same", CHARTER, ["SAME 1 1", "SAME 2 2", "SAME 3 3"]],
    [
      "one between",
      withClauses(first, clause(0, "RULE", "Le chiavi si rendono."), second, third),
      ["SAME 1 1", "ADDED  2", "SAME 2 3", "SAME 3 4"],
    ],
    ["one gone", withClauses(first, third), ["SAME 1 1", "REMOVED 2", "SAME 3 2"]],
    [
      "one reworded",
      withClauses(first, { ...second, text: "Ci si vede il primo lunedì del mese." }, third),
      ["SAME 1 1", "CHANGED 2 2", "SAME 3 3"],
    ],
    [
      "one of another kind",
      withClauses(first, { ...second, kind: "COMMITMENT" }, third),
      ["SAME 1 1", "CHANGED 2 2", "SAME 3 3"],
    ],
    ["the last first", withClauses(third, first, second), ["MOVED 3 1", "SAME 1 2", "SAME 2 3"]],
    [
      "one for another",
      withClauses(first, clause(0, "RULE", "Niente fumo in bottega, mai."), third),
      ["SAME 1 1", "ADDED  2", "REMOVED 2", "SAME 3 3"],
    ],
  ])("%s", (_case, after, expected) => {
    expect(read(after)).toEqual(expected);
  });
});

test("P41: values are the same by their word, whatever their place", () => {
  const [care, trust, own] = CHARTER.values as [never, never, never];
  const read = (values: CharterContent["values"]) =>
    compareCharters(CHARTER, { ...CHARTER, values }).values.map(
      ({ change, value }) => `${change} ${value.valueSlug ?? value.name}`,
    );
  expect(read([care, own, trust])).toEqual(["SAME care", "MOVED Vicinato", "MOVED trust"]);
  const other = { valueSlug: "courage", name: "", meaning: "Si prova.", shownBy: "Un tentativo." };
  expect(read([care, { ...(trust as object), meaning: "Si dice." } as never, other])).toEqual([
    "SAME care",
    "CHANGED trust",
    "ADDED courage",
    "REMOVED Vicinato",
  ]);
});

//    what changes                         of substance because of            unchanged
test.each([
  ["nothing", {}, [], true],
  ["the order of what counts", { countedKinds: ["SKILL", "TIME"] }, [], true],
  ["the day of review", { reviewOn: "2027-06-01" }, [], false],
  ["who changes it", { isByVote: true }, ["RULE"], false],
  ["words of a rule", withClauses(first, { ...second, text: "Ci si vede il primo lunedì." }, third), [], false],
  ["words of a value clause", withClauses({ ...first, text: "Prima il lavoro ben fatto." }, second, third), [], false],
  [
    "words of a commitment",
    withClauses(first, second, { ...third, text: "Ognuno dà quattro ore al mese." }),
    ["COMMITMENTS"],
    false,
  ],
  ["a rule more", withClauses(first, second, third, clause(4, "RULE", "Si chiude alle otto.")), ["CLAUSES"], false],
  [
    "a rule that becomes a commitment",
    withClauses(first, { ...second, kind: "COMMITMENT" }, third),
    ["COMMITMENTS", "CLAUSES"],
    false,
  ],
  ["a meaning", { values: CHARTER.values.map((one) => ({ ...one, meaning: `${one.meaning}!` })) }, ["VALUES"], false],
  ["the order of values", { values: CHARTER.values.toReversed() }, ["VALUES"], false],
  ["the minimum", { minMinutes: 240 }, ["RULE"], false],
  ["deeds", { minDeeds: 1 }, ["RULE"], false],
  ["what counts", { countedKinds: ["TIME"] }, ["RULE"], false],
  ["days of grace", { graceDays: 15 }, ["RULE"], false],
  ["who confirms", { confirmers: "STEWARDS" }, ["RULE"], false],
  ["what is withheld", { bars: ["VOTE"] }, ["RULE"], false],
  ["the note of the rule", { ruleNote: "Un turno vale tre ore." }, ["RULE"], false],
] as const)("M11: a change of %s", (_what, change, substance, unchanged) => {
  const after = { ...CHARTER, ...change } as CharterContent;
  expect(substanceOf(CHARTER, after)).toEqual(substance);
  expect(isUnchanged(CHARTER, after)).toBe(unchanged);
});
