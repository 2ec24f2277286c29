import { dayAfter } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";

export const MEETINGS_AHEAD_MAX = 50;

export type MeetingRefusal =
  | "work.meetingPast"
  | "work.meetingEnds"
  | "work.meetingNowhere"
  | "work.tooManyMeetings"
  | "work.meetingOver"
  | "work.othersMeeting";

type When = { readonly startsAt: Date; readonly endsAt: Date; readonly place: string; readonly link: string | null };

/** Whether people can come to it: it is ahead, ends after it begins, and is somewhere. */
export function canMeet({ startsAt, endsAt, place, link }: When, now: Date): Result<null, MeetingRefusal> {
  if (startsAt <= now) return refuse("work.meetingPast", { field: "on" });
  if (endsAt <= startsAt) return refuse("work.meetingEnds", { field: "to" });
  return place === "" && link === null ? refuse("work.meetingNowhere", { field: "place" }) : ok(null);
}

type Called = { readonly endsAt: Date; readonly isCancelled: boolean; readonly isTheirs: boolean };

/** Whether somebody changes or cancels it: whoever called it or leads the project, until it is over. */
export function canChangeMeeting({ endsAt, isCancelled, isTheirs }: Called, now: Date): Result<null, MeetingRefusal> {
  if (!isTheirs) return refuse("work.othersMeeting");
  return isCancelled || endsAt <= now ? refuse("work.meetingOver") : ok(null);
}

/** A meeting that goes past midnight ends before this hour. */
const LATE_HOUR = "06:00";

/** The day a meeting ends on: the next one when it ends early in the morning, before the hour it begins at («21:00–00:30»). */
export const endDay = (on: string, from: string, to: string): string =>
  to < from && to < LATE_HOUR ? dayAfter(on) : on;

/**
 * The instant of an hour of a day in Italy. In the hour that comes twice, the first; in the one that never comes, the hour
 * after.
 */
export function instantOf(day: string, clock: string, timeZone = "Europe/Rome"): Date {
  const wall = Date.parse(`${day}T${clock}:00Z`);
  const offsets = [wall - 86_400_000, wall + 86_400_000].map((at) => offsetAt(at, timeZone));
  const fits = offsets.map((offset) => wall - offset).filter((at) => at + offsetAt(at, timeZone) === wall);
  return new Date(Math.min(...(fits.length > 0 ? fits : [wall - Math.min(...offsets)])));
}

const ZONED = {
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
} as const;

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", { ...ZONED, timeZone }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute")) - Math.floor(at / 60_000) * 60_000;
}
