import { addDays, addMonths, dayOf } from "@/lib/core/duration";
import type { CalendarEvent } from "@/lib/core/ical";
import type { CalendarLine } from "./types";

export const PAST_DAYS = 90;
export const AHEAD_MONTHS = 18;
/** More than any one person does in that time; a bound all the same. */
export const EVENTS_MAX = 2000;

export type CalendarRefusal = "work.noCalendar";

/** The days a feed holds, first and last, around now. */
export function spanAround(now: Date): { from: string; to: string } {
  return { from: dayOf(addDays(now, -PAST_DAYS)), to: addMonths(dayOf(now), AHEAD_MONTHS) };
}

type Words = {
  /** What a line is called in the language of whoever reads it. */
  readonly say: (line: CalendarLine) => string;
  /** The page where it is read. */
  readonly addressOf: (line: CalendarLine) => string;
};

/**
 * A line as an event. A day takes no hour, and a meeting one has not said yes to keeps none: neither makes anybody busy (rule
 * PT2). Known by the same name as in the file of the one meeting.
 */
export function eventOf(line: CalendarLine, { say, addressOf }: Words): CalendarEvent {
  const { id, kind, changedAt, of } = line;
  const address = addressOf(line);
  const known = { uid: `${id}@${kind}.tessera`, changedAt, title: say(line) };
  if (line.kind !== "meeting") {
    const fixed = { sequence: 0, place: "", isCancelled: false, isFree: true };
    return { ...known, ...fixed, on: line.on, notes: of.name, url: address };
  }
  const { sequence, startsAt, endsAt, place, link, isCancelled, isComing } = line;
  const notes = link ? `${of.name}\n${address}` : of.name;
  return { ...known, sequence, startsAt, endsAt, place, notes, url: link ?? address, isCancelled, isFree: !isComing };
}
