import { addDays, dateOf, dayOf } from "@/lib/core/duration";

/** Monday at eight in the morning in Italy (rule NT4). */
const HOUR = 8;
/** How many needs one mail names. */
export const NEEDS_MAX = 5;
/** For how long a need that was named is not named again. */
export const NAMED_AGAIN_DAYS = 90;

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Rome",
  weekday: "short",
  hour: "2-digit",
  hour12: false,
});

/** Whether the mail of the week may leave now: on Monday, from eight on. */
export function isTimeToWrite(now: Date): boolean {
  const parts = new Map(clock.formatToParts(now).map(({ type, value }) => [type, value]));
  return parts.get("weekday") === "Mon" && Number(parts.get("hour")) >= HOUR;
}

/** The Monday of the week of an instant, as a day in Italy. */
export function weekOf(now: Date): string {
  const today = dateOf(dayOf(now));
  return addDays(today, -((today.getUTCDay() + 6) % 7))
    .toISOString()
    .slice(0, 10);
}
