import { expect, test } from "vitest";
import { isTimeToWrite, weekOf } from "./rules";

test.each([
  ["a Monday of winter, a second before eight", "2026-11-23T06:59:59Z", false],
  ["at eight", "2026-11-23T07:00:00Z", true],
  ["that evening", "2026-11-23T22:59:59Z", true],
  ["after midnight", "2026-11-23T23:00:00Z", false],
  ["a Monday of summer, a second before eight", "2026-07-06T05:59:59Z", false],
  ["at eight", "2026-07-06T06:00:00Z", true],
  ["the Sunday before", "2026-11-22T10:00:00Z", false],
] as const)("NT4: %s", (_when, now, is) => {
  expect(isTimeToWrite(new Date(now))).toBe(is);
});

test.each([
  ["2026-11-22T22:59:59Z", "2026-11-16"],
  ["2026-11-22T23:00:00Z", "2026-11-23"],
  ["2026-11-23T10:00:00Z", "2026-11-23"],
  ["2026-11-29T10:00:00Z", "2026-11-23"],
])("%s is of the week of %s", (now, monday) => {
  expect(weekOf(new Date(now))).toBe(monday);
});
