import { describe, expect, test } from "vitest";
import type { CharterContent } from "@/lib/association/types";
import { canPublish, isPublishable, type PublishingFacts, voteSubjectOf } from "./rules";

const value = (valueSlug: string | null, name = "") => ({
  valueSlug,
  name,
  meaning: "Si ascolta.",
  shownBy: "Un fatto.",
});
const IN_FORCE: CharterContent = {
  values: [value("care"), value("trust"), value(null, "Vicinato")],
  clauses: [
    { number: 1, kind: "RULE", text: "Ci si vede il giovedì." },
    { number: 2, kind: "COMMITMENT", text: "Tre ore al mese." },
  ],
  ...{ minMinutes: 180, minDeeds: null, minPeriod: "MONTH", countedKinds: [], graceDays: 14 },
  ...{ confirmers: "ANY_MEMBER", bars: [], ruleNote: "", reviewOn: null, isByVote: false },
};
const REWORDED = {
  ...IN_FORCE,
  clauses: IN_FORCE.clauses.map((one) => (one.number === 1 ? { ...one, text: "Ci si vede il lunedì." } : one)),
};
const TODAY = "2026-11-21";

describe("a charter says all it must", () => {
  const [care, trust, own] = IN_FORCE.values as [never, never, never];
  const seven = ["care", "trust", "generosity", "courage", "frugality", "roots"].map((slug) => value(slug));
  test.each([
    ["reworded", {}, undefined],
    ["two values", { values: [care, trust] }, "membership.charterValuesCount"],
    ["seven values", { values: [...seven, own] }, undefined],
    ["eight values", { values: [...seven, own, value(null, "Altro")] }, "membership.charterValuesCount"],
    ["a value without a word", { values: [care, trust, value(null)] }, "membership.charterValueUnfinished"],
    [
      "a value without a meaning",
      { values: [care, trust, { ...value("roots"), meaning: "" }] },
      "membership.charterValueUnfinished",
    ],
    [
      "a value without a deed",
      { values: [care, trust, { ...value("roots"), shownBy: "" }] },
      "membership.charterValueUnfinished",
    ],
    ["a value of two names", { values: [care, trust, value("roots", "Radici")] }, "association.valueTwoNames"],
    ["a value nobody knows", { values: [care, trust, value("telepathy")] }, "association.valueUnknown"],
    ["a value twice", { values: [care, trust, care] }, "association.valueTwice"],
    ["no clause", { clauses: [] }, "membership.charterWithoutClauses"],
    ["a review today", { reviewOn: TODAY }, "membership.reviewTooEarly"],
    ["a review tomorrow", { reviewOn: "2026-11-22" }, undefined],
    ["a review in three years", { reviewOn: "2029-11-21" }, undefined],
    ["a review in three years and a day", { reviewOn: "2029-11-22" }, "membership.reviewTooLate"],
  ])("%s", (_case, change, code) => {
    const verdict = isPublishable({ ...REWORDED, ...change } as CharterContent, { inForce: IN_FORCE, today: TODAY });
    expect(verdict.ok ? undefined : verdict.refusal.code).toBe(code);
  });

  test("and something other than the one in force", () => {
    const verdict = isPublishable(IN_FORCE, { inForce: IN_FORCE, today: TODAY });
    expect(verdict).toMatchObject({ refusal: { code: "membership.charterUnchanged" } });
  });
});

const FACTS: PublishingFacts = {
  draft: { revision: 3, content: REWORDED, isOnInForce: true },
  ...{ inForce: IN_FORCE, today: TODAY, isByVote: false, isApproved: false },
};
const ASKING_MORE = { ...REWORDED, minMinutes: 240 };

//    case                                         said        facts                                                          refusal
test.each([
  ["M11: wording said to be wording", false, {}, undefined],
  ["M11: wording said to be of substance", true, {}, undefined],
  [
    "M11: a higher minimum said to be wording",
    false,
    { draft: { revision: 3, content: ASKING_MORE, isOnInForce: true } },
    "membership.changeIsMaterial",
  ],
  [
    "M11: a higher minimum said to be of substance",
    true,
    { draft: { revision: 3, content: ASKING_MORE, isOnInForce: true } },
    undefined,
  ],
  ["A4: published or thrown away meanwhile", true, { draft: null }, "membership.draftGone"],
  [
    "A4: saved again meanwhile",
    true,
    { draft: { revision: 4, content: REWORDED, isOnInForce: true } },
    "membership.draftMoved",
  ],
  [
    "A4: written on a version no longer in force",
    true,
    { draft: { revision: 3, content: REWORDED, isOnInForce: false } },
    "membership.draftMoved",
  ],
  ["DC6: members vote and have not approved it", true, { isByVote: true }, "membership.charterNotVoted"],
  ["DC6: members vote and approved it", true, { isByVote: true, isApproved: true }, undefined],
] as const)("%s", (_case, isMaterial, facts, code) => {
  const verdict = canPublish({ revision: 3, isMaterial }, { ...FACTS, ...facts });
  expect(verdict.ok ? undefined : verdict.refusal.code).toBe(code);
});

test("DC6: what is voted on is the text: another hash is another subject, and a uuid", () => {
  const hash = "0123456789abcdef".repeat(4);
  expect(voteSubjectOf(hash)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(voteSubjectOf(`f${hash.slice(1)}`)).not.toBe(voteSubjectOf(hash));
});
