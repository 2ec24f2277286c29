export const DAY_MS = 86_400_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one costs fifty times what asking it does. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  clocks.set(timeZone, clock);
  return clock;
}

/** The calendar day of an instant in a zone, as «2026-11-21». */
export function dayOf(instant: Date, timeZone = "Europe/Rome"): string {
  return clockOf(timeZone).format(instant);
}

/** Whether a day, or an instant with its day in front, exists and can be kept: no 31 February, no year 0. */
export function exists(text: string): boolean {
  const day = text.slice(0, 10);
  if (Number.isNaN(Date.parse(text)) || !/^\d{4}-\d{2}-\d{2}$/.test(day) || day.startsWith("0000")) return false;
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** A calendar day as Prisma keeps it in a DATE column: midnight UTC. */
export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** How many days a day lies after another; below zero when before. Days have no clock, so none is ever longer. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / DAY_MS);
}

/** The next calendar day. */
export function dayAfter(day: string): string {
  return addDays(dateOf(day), 1).toISOString().slice(0, 10);
}

export function addDays(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * DAY_MS);
}

/** The same day some months later; the last of the month when that day does not exist. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The instant at which a calendar day ends in a zone: the midnight that begins the next one there. */
export function endOfDay(day: string, timeZone = "Europe/Rome"): Date {
  const next = addDays(dateOf(day), 1);
  const wall = next.toISOString().slice(0, 10);
  // Midnight there is at most fourteen hours before, or twelve after, midnight UTC, and on a whole quarter of an hour.
  for (let minutes = -14 * 60; minutes <= 12 * 60; minutes += 15) {
    const instant = new Date(next.getTime() + minutes * 60_000);
    if (dayOf(instant, timeZone) >= wall) return instant;
  }
  throw new Error(`no midnight after ${day} in ${timeZone}`);
}

/** The instant at which a calendar day begins in a zone: the midnight that ends the one before there. */
export function startOfDay(day: string, timeZone = "Europe/Rome"): Date {
  return endOfDay(addDays(dateOf(day), -1).toISOString().slice(0, 10), timeZone);
}

/**
 * When a period of whole days given from now on is over: at the end of the day in which the last of them is complete, so that
 * nobody has less than so many times twenty-four hours, whatever clocks do meanwhile, and a deadline is a day.
 */
export function deadlineAfter(instant: Date, days: number): Date {
  return endOfDay(dayOf(addDays(instant, days)));
}
