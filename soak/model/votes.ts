import { addDays, dayOf, endOfDay } from "@/lib/core/duration";
import { isBarred } from "./account";
import type { Person, Vote, World } from "./types";
import { isCharterOverdue, isOverdue } from "./world";

/** The last day of a vote: more than seven whole days, or too few (DC6). */
export const closingDay = (now: Date, isShort: boolean) => dayOf(addDays(now, isShort ? 5 : 8));
export const closing = (now: Date, isShort: boolean) => endOfDay(closingDay(now, isShort));

export const opened = (electors: readonly Person[], closesAt: Date): Vote => ({
  ...{ electors: new Set(electors), ballots: new Map(), closesAt, isClosed: false },
});

/** Why somebody may not vote now; null when they may: on the charter, whoever has still to accept it too (DC1, PT1, M10, M11, ADR 0031). */
export function mayNotVote(world: World, who: Person, isOnCharter = false): string | null {
  const member = world.members.get(who);
  if (member?.state !== "ACTIVE") return "membership.notActive";
  if (!isOnCharter && isCharterOverdue(world, member)) return "membership.charterOverdue";
  if (member.isListening) return "membership.listeningOnly";
  if (isOverdue(member, world.now)) return "membership.statementOver";
  return isBarred(world, who) ? "membership.behind" : null;
}

type Asking = { readonly except: readonly Person[]; readonly admittedBy: Date; readonly isOnCharter?: boolean };

/** Who may vote when it opens: no party, in since before. */
export const electorate = (world: World, { except, admittedBy, isOnCharter = false }: Asking): Person[] =>
  [...world.members]
    .filter(
      ([who, { admittedAt }]) =>
        !except.includes(who) && admittedAt <= admittedBy && !mayNotVote(world, who, isOnCharter),
    )
    .map(([who]) => who);

/** Half of the electorate voted, and somebody did (DC6). */
export const hasQuorum = ({ electors, ballots }: Vote) => ballots.size > 0 && ballots.size * 2 >= electors.size;

/** It did, and two thirds of those who took a side said yes (DC6). */
export function isApproved(vote: Vote): boolean {
  const yes = [...vote.ballots.values()].filter(Boolean).length;
  return hasQuorum(vote) && yes > 0 && yes * 3 >= vote.ballots.size * 2;
}
