import { expect, test } from "vitest";
import { slowdownOf } from "./contention.mjs";
import { tableOf } from "./table.mjs";
import { targetsOf } from "./targets.mjs";
import { tallyOf } from "./walk.mjs";

const bursts = [
  { alone: [1, 2, 3, 4], among: [2, 4, 6, 8] },
  { alone: [2, 2, 2, 2], among: [2, 2, 2, 5] },
];
const walk = { count: 9, pages: 1, twice: 0, strangers: 0, seen: 9, missing: 0, isWhole: true };
const contention = { edits: 3, found: 3, readers: 20, ...slowdownOf(bursts, 5), walk };
const verdicts = (results: object) => targetsOf(results).map(({ isMet }: { isMet: boolean | null }) => isMet);

test("how much readers are slowed is counted round by round", () => {
  const { p50, p99 } = slowdownOf(bursts, 5);
  expect(p50).toMatchObject({ low: 1, high: 2 });
  expect(p99).toMatchObject({ low: 2, high: 2.5, alone: 4, among: 8 });
  expect(slowdownOf(bursts, 1).p50).toMatchObject({ low: 2, high: 2 });
});

test("each promise of writing is met or missed by itself, the worse end deciding", () => {
  expect(verdicts({ contention })).toEqual([true, true, false, true]);
  expect(verdicts({ contention: { ...contention, found: 2 } })[0]).toBe(false);
  for (const fault of [{ twice: 1 }, { missing: 1 }, { strangers: 1 }])
    expect(verdicts({ contention: { ...contention, walk: { ...walk, ...fault } } })[3]).toBe(false);
});

test("a walk that did not reach the end is not measured, and the table says so", () => {
  const targets = targetsOf({ contention: { ...contention, walk: { ...walk, isWhole: false } } });
  expect(targets[3]).toMatchObject({ isMet: null });
  expect(tableOf(targets)).toContain("time was up after 1 pages");
});

test("a part that could not be measured says why, and is neither met nor missed", () => {
  const targets = targetsOf({ contention: { why: "readers: 3 of 20" }, acts: { why: "join: too few" } });
  expect(targets.map(({ isMet, why }: { isMet: null; why: string }) => [isMet, why])).toEqual([
    [null, "join: too few"],
    [null, "readers: 3 of 20"],
  ]);
});

test.each([
  [150, true],
  [151, false],
])("an act of %i against an empty one of 100 is met: %s", (cost, isMet) => {
  expect(verdicts({ acts: { empty: [100, 100], join: [120, cost] } })).toEqual([isMet]);
});

test("a walk ticks people off: who came twice, who was not expected, who never came", () => {
  const tally = tallyOf(["a", "b", "c"]);
  for (const handle of ["a", "b", "a", "x", "x"]) tally.note(handle);
  expect(tally.result()).toEqual({ count: 3, seen: 3, twice: 2, strangers: 1, missing: 1 });
});
