import { expect, test } from "vitest";
import { type ConfirmationFacts, canConfirm } from "./rules";

const FACTS: ConfirmationFacts = {
  ...{ state: "PENDING", isOutdated: true, openValueIds: ["a"], today: "2026-11-21" },
  terms: { charterHash: "h2", minMinutes: 60, minPeriod: "MONTH" },
};
const GIVEN: Parameters<typeof canConfirm>[0] = {
  ...{ charterHash: "h2", kinds: ["TIME"], isListening: false, minutesPerPeriod: 60, period: "MONTH" },
  ...{ untilOn: "2027-11-21", statement: "Il sabato.", stances: [{ valueId: "a", stance: "SHARED", note: "" }] },
};

test.each([
  ["whole", {}, {}, undefined],
  ["M4: decided meanwhile", {}, { state: "DECLINED" }, "membership.alreadyDecided"],
  ["past its day", {}, { state: "EXPIRED" }, "membership.alreadyDecided"],
  ["on the charter in force already", {}, { isOutdated: false }, "membership.papersCurrent"],
  ["M11: on a version that is over as well", { charterHash: "h1" }, {}, "membership.charterAmended"],
  ["M2: without a stance on what is new", { stances: [] }, {}, "membership.stanceMissing"],
  ["M2: below what the new charter asks", { minutesPerPeriod: 59 }, {}, "membership.pledgeTooSmall"],
  ["PT1: a year and a day ahead", { untilOn: "2027-11-22" }, {}, "membership.untilTooFar"],
] as const)("confirming %s", (_case, given, facts, code) => {
  const verdict = canConfirm({ ...GIVEN, ...given }, { ...FACTS, ...facts });
  expect(verdict.ok ? undefined : verdict.refusal.code).toBe(code);
});
