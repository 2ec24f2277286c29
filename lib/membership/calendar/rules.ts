import type { Period } from "@/lib/association/types";
import { addDays, addMonths, dateOf } from "@/lib/core/duration";
import type { Span } from "../period/types";

/** Months in each. */
const MONTHS: Readonly<Record<Period, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** The calendar month, quarter or year a day lies in. Days have no clock: whatever it does, none is longer. */
export function spanOf(period: Period, day: string): Span {
  const months = MONTHS[period];
  const month = Number(day.slice(5, 7)) - 1;
  const first = String(month - (month % months) + 1).padStart(2, "0");
  const startsOn = `${day.slice(0, 4)}-${first}-01`;
  return { startsOn, endsOn: dayAfter(addMonths(startsOn, months), -1) };
}

/** The day so many days later. */
export function dayAfter(day: string, days = 1): string {
  return addDays(dateOf(day), days).toISOString().slice(0, 10);
}

/** Every day of a span, in order. */
export function daysOf({ startsOn, endsOn }: Span): string[] {
  const days: string[] = [];
  for (let day = startsOn; day <= endsOn; day = dayAfter(day)) days.push(day);
  return days;
}

/** Whether a day lies in any of the spans. */
export function isWithin(spans: readonly Span[], day: string): boolean {
  return spans.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
}
