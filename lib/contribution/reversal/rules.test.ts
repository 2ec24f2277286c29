import { expect, test } from "vitest";
import { canReverse } from "./rules";

const FACTS = { state: "CONFIRMED", isReversed: false, isConcerned: true } as const;

test.each([
  ["confirmed, by somebody it concerns", FACTS, "ok"],
  ["by anybody else", { ...FACTS, isConcerned: false }, "contribution.notReverser"],
  ["only declared", { ...FACTS, state: "DECLARED" }, "contribution.notConfirmed"],
  ["rejected", { ...FACTS, state: "REJECTED" }, "contribution.notConfirmed"],
  ["lapsed", { ...FACTS, state: "LAPSED" }, "contribution.notConfirmed"],
  ["reversed already", { ...FACTS, isReversed: true }, "contribution.alreadyReversed"],
] as const)("PJ6: a contribution %s is reversed: %s", (_how, facts, expected) => {
  const verdict = canReverse(facts);
  expect(verdict.ok ? "ok" : verdict.refusal.code).toBe(expected);
});
