import { expect, test } from "vitest";
import { addDays, dateOf, dayOf } from "@/lib/core/duration";
import { custodyCallsDue, statementReminder } from "./rules";

const UNTIL = { untilOn: "2026-10-31", givenOn: "2025-10-31" };

test.each([
  ["2026-09-30", null],
  ["2026-10-01", "STATEMENT_MONTH"],
  ["2026-10-23", "STATEMENT_MONTH"],
  ["2026-10-24", "STATEMENT_WEEK"],
  ["2026-10-31", "STATEMENT_WEEK"],
  ["2026-11-01", "STATEMENT_OVER"],
])("PT1: on %s, about a statement that lasts until the 31st of October: %s", (today, kind) => {
  expect(statementReminder(UNTIL, today)).toBe(kind);
});

test("PT1: who said so lately is not reminded of what they have just said", () => {
  const short = { untilOn: "2026-10-31", givenOn: "2026-10-01" };
  expect(statementReminder(short, "2026-10-02")).toBeNull();
  expect(statementReminder({ ...short, givenOn: "2026-09-30" }, "2026-10-02")).toBe("STATEMENT_MONTH");
  expect(statementReminder({ ...short, givenOn: "2026-10-24" }, "2026-10-25")).toBeNull();
  expect(statementReminder({ ...short, givenOn: "2026-10-23" }, "2026-10-25")).toBe("STATEMENT_WEEK");
  expect(statementReminder({ ...short, givenOn: "2026-10-30" }, "2026-11-01")).toBe("STATEMENT_OVER");
});

test.each([
  ["2026-10-24T21:59:59.999Z", "2026-10-24"],
  ["2026-10-24T22:00:00.000Z", "2026-10-25"],
  ["2026-10-25T22:59:59.999Z", "2026-10-25"],
  ["2026-10-25T23:00:00.000Z", "2026-10-26"],
  ["2027-03-28T21:59:59.999Z", "2027-03-28"],
  ["2027-03-28T22:00:00.000Z", "2027-03-29"],
])("PT1: days begin at midnight in Rome, also where its clocks change: %s is the %s", (instant, day) => {
  const today = dayOf(new Date(instant));
  expect(today).toBe(day);
  expect(statementReminder({ untilOn: day, givenOn: "2026-01-01" }, today)).toBe("STATEMENT_WEEK");
  const before = addDays(dateOf(day), -1).toISOString().slice(0, 10);
  expect(statementReminder({ untilOn: before, givenOn: "2026-01-01" }, today)).toBe("STATEMENT_OVER");
});

test("M7: called again after seven and after fourteen days, to the instant", () => {
  const since = new Date("2026-10-20T08:00:00.000Z");
  const at = (days: number, ms = 0) => custodyCallsDue(since, new Date(addDays(since, days).getTime() + ms));
  expect([at(0), at(7, -1), at(7), at(14, -1), at(14), at(400)]).toEqual([0, 0, 1, 1, 2, 2]);
});
