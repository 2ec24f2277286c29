import { expect, test } from "vitest";
import { canFound, placesOf } from "./rules";

const DRAFT = {
  values: [
    { valueSlug: "care", name: "" },
    { valueSlug: null, name: "Buon vicinato" },
    { valueSlug: "trust", name: "" },
  ],
  isListening: false,
};
const FACTS = { foundedToday: 2, missingProfile: [] };
const withValue = (valueSlug: string | null, name: string) => ({ values: [...DRAFT.values, { valueSlug, name }] });

test.each([
  ["the third of the day", {}, {}, undefined],
  ["the fourth of the day", {}, { foundedToday: 3 }, ["association.foundedEnough", undefined]],
  ["M2: with a thin profile", {}, { missingProfile: ["about"] }, ["membership.profileIncomplete", undefined]],
  [
    "PT1: whoever only listens looks after nothing",
    { isListening: true },
    {},
    ["membership.listeningHoldsRole", "isListening"],
  ],
  ["a value named twice over", withValue("open-mind", "Apertura"), {}, ["association.valueTwoNames", "values.3.name"]],
  ["a value nobody knows", withValue("no-such", ""), {}, ["association.valueUnknown", "values.3.name"]],
  ["a value twice", withValue("care", ""), {}, ["association.valueTwice", "values.3.name"]],
  [
    "an own word twice, written differently",
    withValue(null, "buon VICINATO"),
    {},
    ["association.valueTwice", "values.3.name"],
  ],
] as const)("founding: %s", (_case, draft, facts, expected) => {
  const verdict = canFound({ ...DRAFT, ...draft }, { ...FACTS, ...facts });
  expect(verdict.ok ? undefined : [verdict.refusal.code, verdict.refusal.field]).toEqual(expected);
});

test("places are understood by name, each once", () => {
  expect(placesOf(["Bologna", "bologna", "nowhere at all"])).toHaveLength(1);
});
