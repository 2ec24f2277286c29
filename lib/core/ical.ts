type Known = {
  /** The same for ever, whatever changes: calendars know the event by it. */
  readonly uid: string;
  /** How often it changed. */
  readonly sequence: number;
  readonly changedAt: Date;
  readonly title: string;
  readonly place: string;
  readonly url: string | null;
  readonly notes: string;
  readonly isCancelled: boolean;
  /** Whether other things may be put at the same time: what nobody said yes to, or what takes no hour. */
  readonly isFree?: boolean;
};

/** An event with its hours. Instants are told in UTC, which every calendar turns into its own. */
export type TimedEvent = Known & { readonly startsAt: Date; readonly endsAt: Date };

/** An event of a whole day, «2026-12-01»: the same day wherever it is read. */
export type DayEvent = Known & { readonly on: string };

/** One event of a calendar, as RFC 5545 tells it. */
export type CalendarEvent = TimedEvent | DayEvent;

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

const date = (day: string) => day.replaceAll("-", "");
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** When it is. The end is the first moment, or the first day, in which it is no more. Source: RFC 5545, 3.6.1. */
function whenOf(event: CalendarEvent): string[] {
  if ("on" in event) return [`DTSTART;VALUE=DATE:${date(event.on)}`, `DTEND;VALUE=DATE:${date(dayAfter(event.on))}`];
  return [`DTSTART:${instant(event.startsAt)}`, `DTEND:${instant(event.endsAt)}`];
}

function linesOf(event: CalendarEvent): string[] {
  const { uid, sequence, changedAt, title, place, url, notes, isCancelled, isFree } = event;
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${instant(changedAt)}`,
    `LAST-MODIFIED:${instant(changedAt)}`,
    `SEQUENCE:${sequence}`,
    ...whenOf(event),
    `SUMMARY:${escapeText(title)}`,
    ...(place ? [`LOCATION:${escapeText(place)}`] : []),
    ...(notes ? [`DESCRIPTION:${escapeText(notes)}`] : []),
    ...(url ? [`URL:${url.replace(/[\r\n]/g, "")}`] : []),
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    ...(isFree ? ["TRANSP:TRANSPARENT"] : []),
    "END:VEVENT",
  ];
}

type Calendar = {
  readonly product: string;
  /** What a calendar that follows it calls it; none for a single file. */
  readonly name?: string;
  /** After how many hours it is worth asking again. */
  readonly everyHours?: number;
};

/** A calendar of events: one meeting as a file, or all of somebody's as a feed. Name and interval: RFC 7986, and what is older. */
export function calendarOf(events: readonly CalendarEvent[], { product, name, everyHours }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escapeText(product)}//IT`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...(name ? [`NAME:${escapeText(name)}`, `X-WR-CALNAME:${escapeText(name)}`] : []),
    ...(everyHours ? [`REFRESH-INTERVAL;VALUE=DURATION:PT${everyHours}H`, `X-PUBLISHED-TTL:PT${everyHours}H`] : []),
    ...events.flatMap(linesOf),
    "END:VCALENDAR",
  ];
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}
