import { expect, test } from "vitest";
import { heldByAtLeast } from "./rules";

test.each([
  [4, 20, null],
  [5, 20, 5],
  [9, 20, 5],
  [10, 20, 10],
  [5, 5, null],
  [5, 6, 5],
  [6, 6, 5],
  [10, 10, 5],
  [10, 11, 10],
  [0, 0, null],
])("PV5: %i of %i are said to be at least %s", (holders, members, said) => {
  expect(heldByAtLeast(holders, members)).toBe(said);
});

test("PV5: nobody's coming or going by one is read in four numbers of five", () => {
  const crossings = Array.from({ length: 100 }, (_, i) => i + 5).filter(
    (n) => heldByAtLeast(n, 200) !== heldByAtLeast(n + 1, 200),
  );
  expect(crossings.length).toBe(20);
});
