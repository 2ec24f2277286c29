import { expect, test } from "vitest";
import { canPairConfirm } from "./rules";

test.each([
  [0, "ok"],
  [2, "ok"],
  [3, "contribution.pairLimit"],
  [4, "contribution.pairLimit"],
])("K3: after %i confirmations between the same two in a month: %s", (count, expected) => {
  const verdict = canPairConfirm(count);
  expect(verdict.ok ? "ok" : verdict.refusal.code).toBe(expected);
});
