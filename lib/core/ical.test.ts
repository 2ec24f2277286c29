import { expect, test } from "vitest";
import { type CalendarEvent, calendarOf, escapeText, foldLine } from "./ical";

const EVENT: CalendarEvent = {
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
