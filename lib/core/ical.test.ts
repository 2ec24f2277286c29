import { expect, test } from "vitest";
import { calendarOf, type DayEvent, escapeText, foldLine, type TimedEvent } from "./ical";

const EVENT: TimedEvent = {
  ...{
    uid: "0193@tessera",
    sequence: 2,
    title: "Prova; con, \\ tutto",
    place: "Via Roma 1",
    url: "https://example.org/a",
  },
  ...{ changedAt: new Date("2026-11-21T10:00:00.123Z"), startsAt: new Date("2026-12-01T17:30:00Z") },
  ...{ endsAt: new Date("2026-12-01T19:00:00Z"), notes: "Prima riga\r\nseconda", isCancelled: false },
};

test("a text is escaped, and holds no line of its own", () => {
  expect(escapeText("a;b,c\\d\r\ne\rf\u0000g")).toBe("a\\;b\\,c\\\\d\\ne\\nfg");
});

test.each(["x".repeat(75), "x".repeat(76), `SUMMARY:${"à".repeat(200)}`, `SUMMARY:${"👩‍🌾".repeat(60)}`])(
  "no line is longer than 75 octets, and unfolding gives back what was there: %#",
  (line) => {
    const folded = foldLine(line);
    const pieces = folded.split("\r\n");
    expect(Math.max(...pieces.map((piece) => Buffer.byteLength(piece)))).toBeLessThanOrEqual(75);
    expect(pieces.slice(1).every((piece) => piece.startsWith(" "))).toBe(true);
    expect(folded.replaceAll("\r\n ", "")).toBe(line);
    expect(folded).not.toContain("\uFFFD");
  },
);

test("one event, told in UTC, known by its uid and its sequence", () => {
  const text = calendarOf([EVENT], { product: "Tessera" });
  expect(text.split("\r\n")).toEqual([
    ...[
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Tessera//IT",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "BEGIN:VEVENT",
    ],
    ...["UID:0193@tessera", "DTSTAMP:20261121T100000Z", "LAST-MODIFIED:20261121T100000Z", "SEQUENCE:2"],
    ...[
      "DTSTART:20261201T173000Z",
      "DTEND:20261201T190000Z",
      "SUMMARY:Prova\\; con\\, \\\\ tutto",
      "LOCATION:Via Roma 1",
    ],
    ...[
      "DESCRIPTION:Prima riga\\nseconda",
      "URL:https://example.org/a",
      "STATUS:CONFIRMED",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ],
  ]);
});

test("what is typed opens no event of its own", () => {
  const evil = calendarOf([{ ...EVENT, title: "a\r\nEND:VEVENT\r\nBEGIN:VEVENT", url: "https://x\r\nATTENDEE:y" }], {
    product: "T",
  });
  expect(evil.split("\r\n").filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
  expect(evil).not.toMatch(/^ATTENDEE/m);
});

test("a cancelled one says so", () => {
  expect(calendarOf([{ ...EVENT, isCancelled: true }], { product: "T" })).toContain("STATUS:CANCELLED");
});

const DAY: DayEvent = {
  ...{ uid: "0194@task.tessera", sequence: 0, title: "Da fare: tetto, muri; altro", place: "", url: null, notes: "" },
  ...{ changedAt: new Date("2026-11-21T10:00:00Z"), on: "2026-12-31", isCancelled: false, isFree: true },
};

test("a whole day is a date without hours, ends before the next one, and leaves the day free", () => {
  const lines = calendarOf([DAY], { product: "T" }).split("\r\n");
  expect(lines.filter((line) => /^(DT(START|END)|SUMMARY|TRANSP)/.test(line))).toEqual([
    ...["DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101"],
    ...["SUMMARY:Da fare: tetto\\, muri\\; altro", "TRANSP:TRANSPARENT"],
  ]);
});

test.each([
  ["2028-02-28", "20280229"],
  ["2027-02-28", "20270301"],
  ["2027-03-28", "20270329"],
  ["2026-10-25", "20261026"],
])("the day after %s, whatever the clocks do, is %s", (on, end) => {
  expect(calendarOf([{ ...DAY, on }], { product: "T" })).toContain(`DTEND;VALUE=DATE:${end}\r\n`);
});

test("a feed says its name and when to ask again, in lines that fold", () => {
  const text = calendarOf([DAY], { product: "T", name: `Tessera, ${"così ".repeat(20)}`, everyHours: 6 });
  expect(text).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n");
  expect(text.replaceAll("\r\n ", "")).toContain(`NAME:Tessera\\, ${"così ".repeat(20)}\r\n`);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
