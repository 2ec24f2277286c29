import { addDays, addMonths, dateOf, dayOf } from "@/lib/core/duration";
import type { Account, Charter, Contribution, Person, World } from "./types";

/** What the contribution rule asks here, and what whoever is behind on it may not do until they catch up (ADR 0031). */
export const RULE = {
  minDeeds: 1,
  minPeriod: "MONTH",
  graceDays: 10,
  bars: ["PROPOSE", "VOTE", "HOLD_ROLE"],
} as const;
const GRACE_TRIES_MAX = 400;

/** Writes down what became of the members since: their words on the charter, and what they are. */
export function note({ members, accounts, now }: World): void {
  const on = dayOf(now);
  for (const [who, { state, pledges, accepted, isListening }] of members) {
    const account: Account = accounts.get(who) ?? { words: [], turns: [], isBehind: false };
    accounts.set(who, account);
    if (account.words.length < pledges) account.words.push({ on, accepted, isListening });
    if (account.turns.at(-1)?.state !== state) account.turns.push({ on, state });
    if (state !== "ACTIVE") account.isBehind = false;
  }
}

/** Says anew whether somebody is behind: where something changed it, and by the job. */
export function refresh(world: World, who: Person): void {
  note(world);
  const account = world.accounts.get(who);
  if (account && world.members.get(who)?.state === "ACTIVE") account.isBehind = isShort(world, who, account);
}

/** The job of the night. */
export function drawAccounts(world: World): void {
  if (world.charters.some(({ rule }) => rule > 0)) for (const who of world.members.keys()) refresh(world, who);
}

/** Whether what somebody does for all is withheld from them: nothing binds by a version they have not accepted (PT2). */
export const isBarred = ({ accounts, members, charters }: World, who: Person) =>
  accounts.get(who)?.isBehind === true && binding(charters, members.get(who)?.accepted ?? 0)?.rule === 1;

function binding(charters: readonly Charter[], accepted: number): Charter | undefined {
  const next = charters.findIndex(({ isMaterial }, i) => i > 0 && i + 1 > accepted && isMaterial);
  return charters.at(next === -1 ? -1 : next - 1);
}

type Month = { readonly startsOn: string; readonly graceEndsOn: string; missing: number };

/** Each deed goes to the oldest month that lacks it and was not let go by then; the newest past its grace is what is asked. */
function isShort(world: World, who: Person, account: Account): boolean {
  const joinedOn = dayOf(world.members.get(who)?.admittedAt ?? world.now);
  const today = dayOf(world.now);
  const months = monthsOf(world, account, joinedOn);
  const newest = (day: string) => months.findLastIndex(({ graceEndsOn }) => graceEndsOn < day);
  for (const { doneOn } of deedsOf(world, who, joinedOn)) {
    const open = months.slice(Math.max(newest(doneOn), 0));
    const month = open.find(({ startsOn, missing }) => startsOn <= doneOn && missing > 0);
    if (month) month.missing -= 1;
  }
  return (months[newest(today)]?.missing ?? 0) > 0;
}

const deedsOf = ({ contributions }: World, who: Person, joinedOn: string): Contribution[] =>
  contributions
    .filter((one) => one.who === who && one.confirmedBy !== null && one.doneOn >= joinedOn)
    .sort((a, b) => a.doneOn.localeCompare(b.doneOn));

/** Months since they came in, each by the version that bound them when it began; in proportion to the days on which they were asked. */
function monthsOf({ charters, now }: World, account: Account, joinedOn: string): Month[] {
  const months: Month[] = [];
  for (let startsOn = joinedOn; startsOn <= dayOf(now); ) {
    const first = `${startsOn.slice(0, 7)}-01`;
    const after = addMonths(first, 1);
    const published = charters.filter(({ publishedAt }) => dayOf(publishedAt) <= startsOn);
    if (binding(published, wordOn(account, startsOn)?.accepted ?? 0)?.rule === 1) {
      const asked = daysFrom(startsOn, after).filter((day) => isAsked(account, day));
      const missing = Math.round(asked.length / daysFrom(first, after).length);
      months.push({ startsOn, missing, graceEndsOn: graceEnd(account, next(after, -1)) });
    }
    startsOn = after;
  }
  return months;
}

const next = (day: string, days = 1) => addDays(dateOf(day), days).toISOString().slice(0, 10);

function daysFrom(first: string, after: string): string[] {
  const days: string[] = [];
  for (let day = first; day < after; day = next(day)) days.push(day);
  return days;
}

const wordOn = ({ words }: Account, day: string) => words.findLast(({ on }) => on <= day);
const isIdle = ({ turns }: Account, day: string) =>
  ["PAUSED", "EXCLUDED"].includes(turns.findLast(({ on }) => on <= day)?.state ?? "");
const isAsked = (account: Account, day: string) => !isIdle(account, day) && !wordOn(account, day)?.isListening;

/** Pauses stop the grace too. */
function graceEnd(account: Account, endsOn: string): string {
  let day = endsOn;
  for (let left = RULE.graceDays as number, tries = 0; left > 0 && tries < GRACE_TRIES_MAX; tries += 1) {
    day = next(day);
    if (!isIdle(account, day)) left -= 1;
  }
  return day;
}
