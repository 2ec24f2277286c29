/** One event of a calendar, as RFC 5545 tells it. Instants are told in UTC, which every calendar turns into its own hours. */
export type CalendarEvent = {
  /** The same for ever, whatever changes: calendars know the event by it. */
  readonly uid: string;
  /** How often it changed. */
  readonly sequence: number;
  readonly changedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly place: string;
  readonly url: string | null;
  readonly notes: string;
  readonly isCancelled: boolean;
};

const LINE_OCTETS_MAX = 75;
const encoder = new TextEncoder();

/** A text as a value: backslash, semicolon, comma and line end escaped, controls left out. Source: RFC 5545, 3.3.11. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\t\n]/gu, "")
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replace(/\n/g, "\\n");
}

/** A line in pieces of at most 75 octets, never within a character, each but the first behind a space. Source: RFC 5545, 3.1. */
export function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (octets + size > LINE_OCTETS_MAX) {
      pieces.push(piece);
      [piece, octets] = ["", 1];
    }
    piece += char;
    octets += size;
  }
  return [...pieces, piece].join("\r\n ");
}

const instant = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, "");

function linesOf(event: CalendarEvent): string[] {
  const { uid, sequence, changedAt, startsAt, endsAt, title, place, url, notes, isCancelled } = event;
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${instant(changedAt)}`,
    `LAST-MODIFIED:${instant(changedAt)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART:${instant(startsAt)}`,
    `DTEND:${instant(endsAt)}`,
    `SUMMARY:${escapeText(title)}`,
    ...(place ? [`LOCATION:${escapeText(place)}`] : []),
    ...(notes ? [`DESCRIPTION:${escapeText(notes)}`] : []),
    ...(url ? [`URL:${url.replace(/[\r\n]/g, "")}`] : []),
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
  ];
}

/** A calendar of events: one meeting as a file, or all of somebody's as a feed. */
export function calendarOf(events: readonly CalendarEvent[], { product }: { product: string }): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escapeText(product)}//IT`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...events.flatMap(linesOf),
    "END:VCALENDAR",
  ];
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}
