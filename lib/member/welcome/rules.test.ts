import { expect, test } from "vitest";
import { nextStep, partOfStep, stepAfter } from "./rules";

test.each([
  [0, null],
  [1, "who"],
  [2, "value"],
  [3, "ties"],
  [4, "trust"],
  [5, null],
  [1.5, null],
  [Number.NaN, null],
])("step %s asks for %s", (step, part) => {
  expect(partOfStep(step)).toBe(part);
});

test.each([
  [1, 1, 2],
  [2, 1, 3],
  [1, 3, 3],
  [3, 4, 4],
  [4, 1, null],
  [4, 4, null],
  [1, null, null],
] as const)("after step %s, having been at %s, the welcome resumes at %s", (step, current, expected) => {
  expect(stepAfter(step, current)).toBe(expected);
});

test("each step leads to the following one, the last one out", () => {
  expect([1, 2, 3, 4].map(nextStep)).toEqual([2, 3, 4, null]);
});
