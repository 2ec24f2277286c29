import { expect, test } from "vitest";
import { addDays, addMonths, dateOf, dayOf, exists } from "./duration";

test.each([
  ["2026-11-21T22:59:59.999Z", "2026-11-21"],
  ["2026-11-21T23:00:00.000Z", "2026-11-22"],
  ["2026-06-30T21:59:59.999Z", "2026-06-30"],
  ["2026-06-30T22:00:00.000Z", "2026-07-01"],
  ["2026-12-31T23:00:00.000Z", "2027-01-01"],
])("in Rome %s is on %s", (instant, day) => {
  expect(dayOf(new Date(instant))).toBe(day);
});

test.each([
  ["2026-11-21", true],
  ["2028-02-29", true],
  ["2026-02-29", false],
  ["2026-02-31", false],
  ["0000-01-01", false],
  ["2026-13-01", false],
  ["2026-11-21T22:59:59.123456Z", true],
  ["2026-02-31T00:00:00Z", false],
  ["2026-11-21T25:00:00Z", false],
  ["", false],
])("%s exists: %s", (text, is) => {
  expect(exists(text)).toBe(is);
});

test("another zone has its own day", () => {
  expect(dayOf(new Date("2026-11-21T23:30:00Z"), "Atlantic/Azores")).toBe("2026-11-21");
});

test("a day is kept as midnight UTC, and comes back as itself", () => {
  expect(dateOf("2026-03-29").toISOString()).toBe("2026-03-29T00:00:00.000Z");
  expect(dayOf(dateOf("2026-03-29"), "UTC")).toBe("2026-03-29");
});

test("a day more is 24 hours more, over a change of clocks too", () => {
  expect(addDays(new Date("2026-03-28T12:00:00Z"), 1).toISOString()).toBe("2026-03-29T12:00:00.000Z");
  expect(addDays(new Date("2026-03-01T00:00:00Z"), -1).toISOString()).toBe("2026-02-28T00:00:00.000Z");
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2026-11-21", 12, "2027-11-21"],
  ["2026-12-31", 2, "2027-02-28"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-05-30", 0, "2026-05-30"],
])("%s and %i months is %s", (day, months, result) => {
  expect(addMonths(day, months)).toBe(result);
});
