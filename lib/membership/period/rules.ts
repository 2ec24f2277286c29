import { periodsOf } from "../asking/rules";
import { dayAfter } from "../calendar/rules";
import type { Account, AccountFacts, Amount, Given, PeriodAccount, PeriodState, Share } from "./types";

/** How long before a period's end those who are not there yet are told. */
export const REMINDER_DAYS = 14;

/** Whoever had something confirmed in so many days practises; the others are enrolled (promise P76). */
export const PRACTISING_DAYS = 90;

type Open = ReturnType<typeof periodsOf>[number] & { missing: Amount; shares: Share[] };

/**
 * Where a member stands, counted anew from what was confirmed. Each minute and each deed counts once, for the oldest period
 * that still lacks it and was not let go by the day it was done. Nobody owes more than one period: a period past its grace
 * takes the place of the one before. Whoever lacks something of the newest past its grace is behind, since the day after
 * the grace of the first in that run.
 */
export function accountOf(facts: AccountFacts): Account {
  const periods: Open[] = periodsOf(facts).map((period) => ({ ...period, missing: period.owed, shares: [] }));
  const given = facts.given.filter(({ doneOn }) => doneOn <= facts.today);
  for (const one of [...given].sort(byDay)) share(periods, one);
  const newest = newestPast(periods, facts.today);
  const accounts = periods.map((period, i) => accountFor(period, stateOf(period, i, newest, facts.today)));
  return { periods: accounts.reverse(), behindOn: behindOn(periods, newest) };
}

const byDay = (a: Given, b: Given) => (a.doneOn === b.doneOn ? (a.id < b.id ? -1 : 1) : a.doneOn < b.doneOn ? -1 : 1);
const lacks = ({ missing }: { missing: Amount }) => missing.minutes > 0 || missing.deeds > 0;

/** The last period whose grace ended before a day; -1 for none. */
const newestPast = (periods: readonly Open[], day: string) =>
  periods.findLastIndex(({ graceEndsOn }) => graceEndsOn < day);

function share(periods: readonly Open[], given: Given): void {
  let left: Amount = { minutes: given.minutes ?? 0, deeds: 1 };
  const oldest = Math.max(newestPast(periods, given.doneOn), 0);
  for (const period of periods.slice(oldest)) {
    const { countedKinds } = period.ruling;
    if (period.startsOn > given.doneOn) return;
    if (countedKinds.length > 0 && !countedKinds.includes(given.kind)) continue;
    const took = lesser(left, period.missing);
    if (took.minutes === 0 && took.deeds === 0) continue;
    period.missing = minus(period.missing, took);
    left = minus(left, took);
    period.shares.push({ id: given.id, title: given.title, doneOn: given.doneOn, ...took });
  }
}

const minus = (a: Amount, b: Amount): Amount => ({ minutes: a.minutes - b.minutes, deeds: a.deeds - b.deeds });
const lesser = (a: Amount, b: Amount): Amount => ({
  minutes: Math.min(a.minutes, b.minutes),
  deeds: Math.min(a.deeds, b.deeds),
});

function stateOf(period: Open, index: number, newest: number, today: string): PeriodState {
  if (period.endsOn >= today) return "RUNNING";
  if (!lacks(period)) return "MET";
  if (index > newest) return "OPEN";
  return index === newest ? "SHORT" : "LET_GO";
}

function accountFor({ ruling: _, ...period }: Open, state: PeriodState): PeriodAccount {
  return { ...period, state };
}

function behindOn(periods: readonly Open[], newest: number): string | null {
  let first: Open | null = null;
  for (const period of periods.slice(0, newest + 1).reverse()) {
    if (!lacks(period)) break;
    first = period;
  }
  return first && dayAfter(first.graceEndsOn);
}

/** The period to remind of today: running, ending within fourteen days, with something missing. */
export function endingSoon({ periods }: Account, today: string): PeriodAccount | null {
  const [running] = periods;
  if (running?.state !== "RUNNING" || !lacks(running)) return null;
  return dayAfter(running.endsOn, -REMINDER_DAYS) <= today ? running : null;
}

/** The period a member is behind on; null while in step. */
export function shortOf({ periods }: Account): PeriodAccount | null {
  return periods.find(({ state }) => state === "SHORT") ?? null;
}
