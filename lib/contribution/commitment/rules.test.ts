import { expect, test } from "vitest";
import { canClose, isReleasedInTime } from "./rules";

const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? "ok" : verdict.refusal?.code);
const FACTS = { isSubject: true, state: "OPEN", confirmedContributions: 1 } as const;

test.each([
  ["by its subject, with a confirmed contribution", FACTS, "ok", "ok"],
  [
    "K1: by its subject, with nobody's word",
    { ...FACTS, confirmedContributions: 0 },
    "contribution.needsConfirmation",
    "ok",
  ],
  ["K1: by anybody else", { ...FACTS, isSubject: false }, "contribution.notYours", "contribution.notYours"],
  ["kept already", { ...FACTS, state: "KEPT" }, "contribution.commitmentClosed", "contribution.commitmentClosed"],
  ["in part already", { ...FACTS, state: "PARTLY" }, "contribution.commitmentClosed", "contribution.commitmentClosed"],
  ["let go already", { ...FACTS, state: "RELEASED" }, "contribution.commitmentClosed", "contribution.commitmentClosed"],
  ["missed", { ...FACTS, state: "MISSED" }, "contribution.commitmentClosed", "contribution.commitmentClosed"],
] as const)("a commitment is closed %s: kept %s, in part %s", (_how, facts, kept, partly) => {
  expect(codeOf(canClose(facts, "KEPT"))).toBe(kept);
  expect(codeOf(canClose(facts, "PARTLY"))).toBe(partly);
});

//    the day                 48 hours before it begins in Italy
test.each([
  ["in winter", "2026-11-22", "2026-11-19T23:00:00.000Z"],
  ["in summer", "2026-07-10", "2026-07-07T22:00:00.000Z"],
  ["the day after clocks go forward", "2026-03-30", "2026-03-27T22:00:00.000Z"],
  ["the day after clocks go back", "2026-10-26", "2026-10-23T23:00:00.000Z"],
])("K2: leaving 48 hours before a day %s is in time, a moment later is not", (_when, dueOn, last) => {
  expect(isReleasedInTime(dueOn, new Date(last))).toBe(true);
  expect(isReleasedInTime(dueOn, new Date(new Date(last).getTime() + 1))).toBe(false);
  expect(isReleasedInTime(null, new Date(dueOn))).toBe(true);
});
