import { expect, test } from "vitest";
import { responsibilitiesOf } from "./rules";

test.each([
  ["nobody in particular", [], []],
  ["a steward", ["STEWARD"], ["CUSTODY", "ADMIT", "INVITE", "GRANT", "EDIT"]],
  ["a welcomer", ["WELCOMER"], ["ADMIT", "INVITE"]],
  ["both, each responsibility once", ["WELCOMER", "STEWARD"], ["ADMIT", "INVITE", "CUSTODY", "GRANT", "EDIT"]],
] as const)("R1: %s answers for", (_who, roles, responsibilities) => {
  expect(responsibilitiesOf(roles)).toEqual(responsibilities);
});
