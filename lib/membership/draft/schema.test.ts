import { describe, expect, test } from "vitest";
import { draftInput } from "./schema";

const clause = (text: string, place = "", more: Record<string, string> = {}) => ({
  kind: "RULE",
  text,
  place,
  ...more,
});
const FORM = {
  ...{
    associationSlug: "orto",
    revision: "0",
    values: [],
    clauses: [],
    minHours: "",
    minDeeds: "",
    minPeriod: "MONTH",
  },
  ...{ countedKinds: [], graceDays: "14", confirmers: "ANY_MEMBER", bars: [], ruleNote: "", reviewOn: "" },
};
const contentOf = (change: object) => draftInput.parse({ ...FORM, ...change }).content;
const textsOf = (...clauses: object[]) => contentOf({ clauses }).clauses.map(({ number, text }) => `${number} ${text}`);

describe("rows are put in order and taken away without script", () => {
  const [a, b, c] = [clause("a", "1"), clause("b", "2"), clause("c", "3")];
  test.each([
    ["as they stand", [a, b, c], ["1 a", "2 b", "3 c"]],
    ["the third up to the first place", [a, b, clause("c", "1")], ["1 c", "2 a", "3 b"]],
    ["the third up to the second", [a, b, clause("c", "2")], ["1 a", "2 c", "3 b"]],
    ["the first down to the third", [clause("a", "3"), b, c], ["1 b", "2 c", "3 a"]],
    ["a new one without a place", [a, b, c, clause("d")], ["1 a", "2 b", "3 c", "4 d"]],
    ["one taken away", [a, clause("b", "2", { isRemoved: "on" }), c], ["1 a", "2 c"]],
    ["one left blank", [a, clause(" ", "2"), c], ["1 a", "2 c"]],
  ])("%s", (_case, clauses, expected) => {
    expect(textsOf(...clauses)).toEqual(expected);
  });
});

test("what is unfinished is kept", () => {
  const value = { valueSlug: "", name: "Vicinato", meaning: "", shownBy: "", place: "1" };
  expect(contentOf({ values: [value] }).values).toEqual([
    { valueSlug: null, name: "Vicinato", meaning: "", shownBy: "" },
  ]);
});

test.each([
  [{ minHours: "6" }, { minMinutes: 360, minDeeds: null, minPeriod: "MONTH" }],
  [
    { minDeeds: "2", minPeriod: "QUARTER" },
    { minMinutes: null, minDeeds: 2, minPeriod: "QUARTER" },
  ],
  [{}, { minMinutes: null, minDeeds: null, minPeriod: null }],
])("what is asked: %o", (change, expected) => {
  expect(contentOf(change)).toMatchObject(expected);
});

test.each([
  ["graceDays", "0", true],
  ["graceDays", "90", true],
  ["graceDays", "91", false],
  ["graceDays", "", false],
  ["minDeeds", "100", true],
  ["minDeeds", "101", false],
  ["minHours", "400", true],
  ["minHours", "401", false],
  ["ruleNote", "a".repeat(600), true],
  ["ruleNote", "a".repeat(601), false],
  ["bars", ["PROPOSE", "VOTE", "HOLD_ROLE"], true],
  ["bars", ["READ"], false],
  ["bars", ["SPEAK"], false],
  ["bars", ["LEAVE"], false],
  ["confirmers", "NOBODY", false],
  ["reviewOn", "2027-02-30", false],
])("%s «%s»: %s", (field, typed, fits) => {
  expect(draftInput.safeParse({ ...FORM, [field]: typed }).success).toBe(fits);
});
