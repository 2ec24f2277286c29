import { expect, test } from "vitest";
import { canChangeMeeting, canMeet, endDay, instantOf } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const at = (text: string) => new Date(text);
const when = { startsAt: at("2026-12-01T17:00:00Z"), endsAt: at("2026-12-01T19:00:00Z"), place: "In sede", link: null };
const said = (result: ReturnType<typeof canMeet>) => (result.ok ? "ok" : result.refusal.code);

test.each([
  [{}, "ok"],
  [{ place: "", link: "https://meet.example.org/x" }, "ok"],
  [{ place: "" }, "work.meetingNowhere"],
  [{ endsAt: when.startsAt }, "work.meetingEnds"],
  [{ startsAt: NOW }, "work.meetingPast"],
  [{ startsAt: new Date(NOW.getTime() + 1) }, "ok"],
])("a meeting with %o: %s", (change, code) => {
  expect(said(canMeet({ ...when, ...change }, NOW))).toBe(code);
});

test("it is changed by whoever called it, until it is over", () => {
  const called = { endsAt: when.endsAt, isCancelled: false, isTheirs: true };
  expect(said(canChangeMeeting(called, NOW))).toBe("ok");
  expect(said(canChangeMeeting({ ...called, isTheirs: false }, NOW))).toBe("work.othersMeeting");
  expect(said(canChangeMeeting({ ...called, isCancelled: true }, NOW))).toBe("work.meetingOver");
  expect(said(canChangeMeeting(called, when.endsAt))).toBe("work.meetingOver");
});

test.each([
  ["18:00", "19:30", "2026-12-31"],
  ["21:00", "00:30", "2027-01-01"],
  ["21:00", "06:00", "2026-12-31"],
  ["14:00", "13:00", "2026-12-31"],
  ["01:00", "02:00", "2026-12-31"],
])("from %s to %s it ends on %s", (from, to, day) => {
  expect(endDay("2026-12-31", from, to)).toBe(day);
});

test.each([
  ["2026-12-01", "18:00", "2026-12-01T17:00:00.000Z"],
  ["2026-07-01", "18:00", "2026-07-01T16:00:00.000Z"],
  ["2026-03-29", "03:00", "2026-03-29T01:00:00.000Z"],
  ["2026-03-29", "02:30", "2026-03-29T01:30:00.000Z"],
  ["2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"],
  ["2026-10-25", "03:00", "2026-10-25T02:00:00.000Z"],
])("%s at %s in Italy is %s", (day, clock, instant) => {
  expect(instantOf(day, clock).toISOString()).toBe(instant);
});
