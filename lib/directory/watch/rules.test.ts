import { describe, expect, test } from "vitest";
import { markOf, newAmong, seenAfter, toTell } from "./rules";

describe("who is new", () => {
  test.each<[what: string, marks: number[], seen: number[], isWide: boolean, fresh: number[]]>([
    ["nobody fits", [], [], false, []],
    ["nobody was seen", [1, 2], [], false, [1, 2]],
    ["all were seen", [1, 2], [2, 1], false, []],
    ["one arrived", [9, 1, 2], [1, 2], false, [9]],
    ["an old member came to fit", [1, 2, 9], [1, 2], false, [9]],
    ["one went, one came", [1, 9], [1, 2], false, [9]],
    ["all went", [], [1, 2], false, []],
    ["wide: one arrived", [9, 1, 2], [1, 2], true, [9]],
    ["wide: between those seen", [1, 9, 2], [1, 2], true, [9]],
    ["wide: after the last one seen they may have moved up", [1, 2, 9], [1, 2], true, []],
    ["wide: of those seen the last one went", [1, 8, 9], [1, 2], true, []],
    ["wide: so many arrived that nobody seen is left", [8, 9], [1, 2], true, [8, 9]],
  ])("%s", (_what, marks, seen, isWide, fresh) => {
    expect(newAmong(marks, { seen, isWide })).toEqual(fresh);
  });
});

test.each([
  [[1, 2, 9], [1, 2], [9], [1, 2, 9]],
  [[1, 2, 9], [1, 2], [], [1, 2]],
  [[1, 9], [1, 2], [9], [1, 9]],
  [[1], [1], [7], [1]],
])("of %j, with %j seen and %j shown, %j are remembered", (marks, seen, shown, after) => {
  expect(seenAfter(marks, { seen, shown })).toEqual(after);
});

describe("NT3: who is told of", () => {
  const NOW = new Date("2026-11-21T10:00:00Z");
  const ago = (ms: number) => new Date(NOW.getTime() - ms);
  test.each<[what: string, fresh: number[], told: number[], toldAt: Date | null, tell: number[]]>([
    ["nobody new", [], [], null, []],
    ["the first time", [1, 2], [], null, [1, 2]],
    ["one told already", [1, 2], [1], ago(86_400_000), [2]],
    ["all told already", [1], [1], ago(99 * 86_400_000), []],
    ["a day later", [2], [1], ago(86_400_000), [2]],
    ["within the day", [2], [1], ago(86_399_999), []],
  ])("%s", (_what, fresh, told, toldAt, tell) => {
    expect(toTell(fresh, { told, toldAt }, NOW)).toEqual(tell);
  });
});

test("a fingerprint is the same for one owner and differs between owners and between people", () => {
  expect(markOf("owner", "ada")).toBe(markOf("owner", "ada"));
  expect(new Set([markOf("owner", "ada"), markOf("other", "ada"), markOf("owner", "bea")]).size).toBe(3);
  expect(Number.isInteger(markOf("owner", "ada"))).toBe(true);
});
