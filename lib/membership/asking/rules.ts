import { daysBetween } from "@/lib/core/duration";
import { dayAfter, daysOf, isWithin, spanOf } from "../calendar/rules";
import type { AccountFacts, Amount, PeriodAccount, Ruling, Span, Word } from "../period/types";
import { bindingVersion } from "../standing/rules";

type Asked = Omit<PeriodAccount, "missing" | "shares" | "state"> & { readonly ruling: Ruling };

/** Periods that began before the year before last weigh nothing any more. */
const YEARS_BACK = 2;

/** A pause may go on for long, but no grace is looked for beyond this. */
const GRACE_DAYS_MAX = 400;

/** Every period of a member up to the one today lies in, oldest first, with what each asks of them. */
export function periodsOf(facts: AccountFacts): Asked[] {
  const periods: Asked[] = [];
  const from = `${Number(facts.today.slice(0, 4)) - YEARS_BACK}-01-01`;
  let day = facts.joinedOn > from ? facts.joinedOn : from;
  while (day <= facts.today) {
    const ruling = rulingOn(facts, day);
    const span = spanOf(ruling?.minPeriod ?? "MONTH", day);
    if (ruling?.minPeriod) periods.push(asked(facts, ruling, { startsOn: day, endsOn: span.endsOn }));
    day = dayAfter(span.endsOn);
  }
  return periods;
}

/** The version a member is measured by in a period that begins on this day: the one that binds them then (rules PT2, M11). */
export function rulingOn({ rulings, words }: Pick<AccountFacts, "rulings" | "words">, day: string): Ruling | null {
  const published = rulings.filter(({ publishedOn }) => publishedOn <= day);
  return bindingVersion(published, wordOn(words, day)?.version ?? 0);
}

const wordOn = (words: readonly Word[], day: string): Word | null =>
  words.filter(({ acceptedOn }) => acceptedOn <= day).at(-1) ?? null;

function asked(facts: AccountFacts, ruling: Ruling, span: Span): Asked {
  const period = ruling.minPeriod ?? "MONTH";
  const whole = spanOf(period, span.startsOn);
  const days = daysBetween(whole.startsOn, whole.endsOn) + 1;
  const countedDays = daysOf(span).filter((day) => isAsked(facts, day)).length;
  const amount = { minutes: ruling.minMinutes ?? 0, deeds: ruling.minDeeds ?? 0 };
  return {
    ...{ ...span, ruling, period, version: ruling.version, asked: amount, days, countedDays },
    owed: portion(amount, countedDays / days),
    graceEndsOn: graceEnd(facts, span.endsOn, ruling.graceDays),
  };
}

/** Whether anything is asked on a day: not in a pause or an absence (rule M10), not while only listening (PT1). */
function isAsked({ idle, words }: AccountFacts, day: string): boolean {
  return !isWithin(idle, day) && !wordOn(words, day)?.isListening;
}

/** The part of an amount that falls on some of the days: minutes downwards, deeds to the nearest whole one. */
function portion({ minutes, deeds }: Amount, share: number): Amount {
  return { minutes: Math.floor(minutes * share), deeds: Math.round(deeds * share) };
}

/** The last of so many days after the end, pauses and absences left out: then, too, the clock stands still. */
function graceEnd({ idle }: AccountFacts, endsOn: string, graceDays: number): string {
  let day = endsOn;
  for (let left = graceDays, tries = 0; left > 0 && tries < GRACE_DAYS_MAX; tries += 1) {
    day = dayAfter(day);
    if (!isWithin(idle, day)) left -= 1;
  }
  return day;
}
