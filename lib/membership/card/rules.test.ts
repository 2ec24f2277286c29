import { expect, test } from "vitest";
import { isCardValid } from "./rules";

const VALID: Parameters<typeof isCardValid>[0] = {
  ...{ tells: "VALIDITY", state: "ACTIVE", isSuspended: false, isClosed: false },
  ...{ untilOn: "2026-11-30", today: "2026-11-30" },
};

test.each([
  ["on its last day", {}, true],
  ["the day after", { today: "2026-12-01" }, false],
  ["telling the name", { tells: "NAME" }, true],
  ["telling nothing", { tells: "NOTHING" }, false],
  ["in pause", { state: "PAUSED" }, true],
  ["gone", { state: "LEFT" }, false],
  ["excluded", { state: "EXCLUDED" }, false],
  ["suspended", { isSuspended: true }, false],
  ["of a closed association", { isClosed: true }, false],
] as const)("P46: a card %s", (_case, change, isValid) => {
  expect(isCardValid({ ...VALID, ...change })).toBe(isValid);
});
