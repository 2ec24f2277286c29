import { expect, test } from "vitest";
import { eventOf, spanAround } from "./rules";
import { calendarToken } from "./schema";
import type { DueOfMine, MeetingOfMine } from "./types";

const OF = { slug: "il-forno", name: "Il forno", isProject: true };
const AT = new Date("2026-11-21T10:00:00Z");
const MEETING: MeetingOfMine = {
  ...{ kind: "meeting", id: "m1", title: "Prova", changedAt: AT, of: OF, sequence: 3, place: "In sede", link: null },
  ...{ startsAt: new Date("2026-12-01T17:00:00Z"), endsAt: new Date("2026-12-01T18:00:00Z"), isCancelled: false },
  isComing: true,
};
const WORDS = { say: ({ title }: { title: string }) => `«${title}»`, addressOf: () => "https://example.org/p" };

test("PT2: a meeting makes busy whoever said yes, and nobody else", () => {
  expect(eventOf(MEETING, WORDS)).toMatchObject({
    ...{ uid: "m1@meeting.tessera", sequence: 3, title: "«Prova»", place: "In sede", notes: "Il forno" },
    ...{ url: "https://example.org/p", isFree: false, isCancelled: false },
  });
  expect(eventOf({ ...MEETING, isComing: false, isCancelled: true }, WORDS)).toMatchObject({
    ...{ isFree: true, isCancelled: true },
  });
});

test("a meeting with a link leads there, and tells the page besides", () => {
  const event = eventOf({ ...MEETING, link: "https://meet.example.org/x" }, WORDS);
  expect(event).toMatchObject({ url: "https://meet.example.org/x", notes: "Il forno\nhttps://example.org/p" });
});

test("what is due is a day, and leaves it free", () => {
  const due: DueOfMine = { kind: "task", id: "t1", title: "Tetto", changedAt: AT, of: OF, on: "2026-12-31" };
  expect(eventOf(due, WORDS)).toEqual({
    ...{ uid: "t1@task.tessera", changedAt: AT, title: "«Tetto»", on: "2026-12-31", notes: "Il forno" },
    ...{ url: "https://example.org/p", sequence: 0, place: "", isCancelled: false, isFree: true },
  });
});

test("a feed holds ninety days back and eighteen months ahead, by the days of Italy, winter and summer", () => {
  expect(spanAround(new Date("2026-11-21T22:59:59Z"))).toEqual({ from: "2026-08-24", to: "2028-05-21" });
  expect(spanAround(new Date("2026-11-21T23:00:00Z"))).toEqual({ from: "2026-08-24", to: "2028-05-22" });
});

const TOKEN = "aZ09_-".repeat(7).slice(0, 42);
test.each([
  [`${TOKEN}b`, `${TOKEN}b`],
  [`${TOKEN}b.ics`, `${TOKEN}b`],
  [TOKEN, null],
  [`${TOKEN}bc`, null],
  [`${TOKEN}b.ICS`, null],
  [`${TOKEN}b.ics.ics`, null],
  ["", null],
])("the address %s", (given, token) => {
  expect(calendarToken.safeParse(given).data ?? null).toBe(token);
});
