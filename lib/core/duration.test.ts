import { expect, test } from "vitest";
import { addDays, addMonths, dateOf, dayOf, deadlineAfter, endOfDay, exists, startOfDay } from "./duration";

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

test.each([
  ["2026-11-22", "2026-11-22T23:00:00.000Z"],
  ["2026-07-01", "2026-07-01T22:00:00.000Z"],
  // Clocks change at night between two days: the Sunday has 23 hours, or 25.
  ["2026-03-28", "2026-03-28T23:00:00.000Z"],
  ["2026-03-29", "2026-03-29T22:00:00.000Z"],
  ["2026-10-24", "2026-10-24T22:00:00.000Z"],
  ["2026-10-25", "2026-10-25T23:00:00.000Z"],
])("in Italy %s ends at %s", (day, instant) => {
  expect(endOfDay(day).toISOString()).toBe(instant);
});

test.each([
  ["2026-11-22", "2026-11-21T23:00:00.000Z"],
  ["2026-07-01", "2026-06-30T22:00:00.000Z"],
  ["2026-03-29", "2026-03-28T23:00:00.000Z"],
  ["2026-03-30", "2026-03-29T22:00:00.000Z"],
  ["2026-10-25", "2026-10-24T22:00:00.000Z"],
  ["2026-10-26", "2026-10-25T23:00:00.000Z"],
])("in Italy %s begins at %s", (day, instant) => {
  expect(startOfDay(day).toISOString()).toBe(instant);
});

test("a day ends elsewhere when it ends there", () => {
  expect(endOfDay("2026-11-22", "Pacific/Kiritimati").toISOString()).toBe("2026-11-22T10:00:00.000Z");
  expect(endOfDay("2026-11-22", "Pacific/Pago_Pago").toISOString()).toBe("2026-11-23T11:00:00.000Z");
});

test.each([
  ["2026-11-22T10:00:00Z", 7, "2026-11-29T23:00:00.000Z"],
  // Half past eleven at night before the longest week of the year, and before the shortest.
  ["2026-10-21T21:30:00Z", 7, "2026-10-28T23:00:00.000Z"],
  ["2027-03-23T22:30:00Z", 7, "2027-03-31T22:00:00.000Z"],
  ["2027-03-23T22:30:00Z", 30, "2027-04-23T22:00:00.000Z"],
])("from %s %i whole days end at %s", (from, days, end) => {
  expect(deadlineAfter(new Date(from), days).toISOString()).toBe(end);
  expect(deadlineAfter(new Date(from), days).getTime()).toBeGreaterThanOrEqual(addDays(new Date(from), days).getTime());
});
