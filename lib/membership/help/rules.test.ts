import { expect, test } from "vitest";
import { canAskHelp, canCloseHelp } from "./rules";

const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? "ok" : verdict.refusal?.code);

test.each([
  ["ACTIVE", false, "ok"],
  ["PAUSED", false, "ok"],
  ["ACTIVE", true, "membership.helpAskedAlready"],
  ["LEFT", false, "membership.notMember"],
  ["EXCLUDED", false, "membership.notMember"],
] as const)("%s, one open: %s: asking for a hand is %s", (state, hasOpen, expected) => {
  expect(codeOf(canAskHelp(state, hasOpen))).toBe(expected);
});

test.each([
  [true, false, true, "ok"],
  [false, true, true, "ok"],
  [false, false, true, "common.notFound"],
  [false, false, false, "common.notFound"],
  [true, false, false, "membership.helpOver"],
] as const)("own %s, answering %s, open %s: closing is %s", (isOwn, isAnswering, isOpen, expected) => {
  expect(codeOf(canCloseHelp({ isOwn, isAnswering, isOpen }))).toBe(expected);
});
