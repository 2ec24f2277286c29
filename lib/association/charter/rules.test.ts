import { expect, test } from "vitest";
import { versionsAsked } from "./rules";

test.each([
  [undefined, undefined, [1], null],
  [undefined, undefined, [3, 2, 1], [2, 3]],
  ["1", undefined, [3, 2, 1], [1, 3]],
  ["1", "2", [3, 2, 1], [1, 2]],
  ["3", "1", [3, 2, 1], [1, 3]],
  [undefined, "2", [3, 2, 1], [1, 2]],
  [undefined, "1", [3, 2, 1], [1, 2]],
  ["2", "2", [3, 2, 1], [2, 2]],
  ["9", "x", [3, 2, 1], [2, 3]],
  [["1", "2"], "01", [2, 1], [1, 2]],
])("from %o to %o of %o: %o", (from, to, known, expected) => {
  expect(versionsAsked({ from, to }, known)).toEqual(expected);
});
