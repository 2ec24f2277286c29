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

test.each([
  ["exactly 48 hours before", "2026-11-20T00:00:00.000Z", true],
  ["a moment later", "2026-11-20T00:00:00.001Z", false],
  ["on the day", "2026-11-22T09:00:00.000Z", false],
])("K2: leaving %s is in time: %s", (_when, now, isInTime) => {
  expect(isReleasedInTime("2026-11-22", new Date(now))).toBe(isInTime);
  expect(isReleasedInTime(null, new Date(now))).toBe(true);
});
