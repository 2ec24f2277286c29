import { describe, expect, test } from "vitest";
import { dayAfter, daysOf, isWithin, spanOf } from "./rules";

describe("calendar periods", () => {
  test.each([
    ["MONTH", "2026-02-28", "2026-02-01", "2026-02-28"],
    ["MONTH", "2028-02-01", "2028-02-01", "2028-02-29"],
    ["MONTH", "2026-12-31", "2026-12-01", "2026-12-31"],
    ["QUARTER", "2026-03-31", "2026-01-01", "2026-03-31"],
    ["QUARTER", "2026-04-01", "2026-04-01", "2026-06-30"],
    ["QUARTER", "2026-12-31", "2026-10-01", "2026-12-31"],
    ["YEAR", "2026-01-01", "2026-01-01", "2026-12-31"],
    ["YEAR", "2026-12-31", "2026-01-01", "2026-12-31"],
  ] as const)("a %s with %s in it goes from %s to %s", (period, day, startsOn, endsOn) => {
    expect(spanOf(period, day)).toEqual({ startsOn, endsOn });
  });

  test.each([
    ["spring", "2026-03", 31],
    ["autumn", "2026-10", 31],
  ])("no day is lost or doubled when the clocks change in %s", (_when, month, count) => {
    const days = daysOf(spanOf("MONTH", `${month}-15`));
    expect(new Set(days).size).toBe(count);
    expect(days.at(-1)).toBe(`${month}-${count}`);
    expect(dayAfter(`${month}-24`, 2)).toBe(`${month}-26`);
  });

  test("a span holds its first and its last day", () => {
    const spans = [{ startsOn: "2026-11-10", endsOn: "2026-11-12" }];
    const days = ["2026-11-09", "2026-11-10", "2026-11-12", "2026-11-13"];
    expect(days.map((day) => isWithin(spans, day))).toEqual([false, true, true, false]);
  });
});
