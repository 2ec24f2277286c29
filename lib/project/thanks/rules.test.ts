import { expect, test } from "vitest";
import { canThank } from "./rules";

const FACTS = { state: "COMPLETED", hadPart: true, isToOneself: false, hadPartToo: true, isThanked: false } as const;

test.each([
  [{}, "ok"],
  [{ hadPart: false }, "project.hadNoPart"],
  [{ hadPart: false, state: "ACTIVE" }, "project.hadNoPart"],
  [{ state: "ACTIVE" }, "project.thanksTooSoon"],
  [{ state: "ABANDONED" }, "project.thanksTooSoon"],
  [{ isToOneself: true }, "project.thanksToOneself"],
  [{ hadPartToo: false }, "project.thanksToNobody"],
  [{ isThanked: true }, "project.thankedAlready"],
] as const)("G6: thanking, with %j: %s", (change, code) => {
  const verdict = canThank({ ...FACTS, ...change });
  expect(verdict.ok ? "ok" : verdict.refusal.code).toBe(code);
});
