import { addDays, dayOf } from "@/lib/core/duration";
import { refresh } from "./account";
import type { Op } from "./op";
import type { Person, World } from "./types";
import { mayNotVote } from "./votes";
import { isCharterOverdue, isIn } from "./world";

const CONFIRM_DAYS = 21;
const PAIR_MAX = 3;

/** Whether somebody writes there: active, the charter accepted in time (M10, M11). */
function whyNot(world: World, who: Person): string | null {
  const member = world.members.get(who);
  if (!member || !isIn(member)) return "common.notFound";
  if (member.state !== "ACTIVE") return "membership.notActive";
  return isCharterOverdue(world, member) ? "membership.charterOverdue" : null;
}

/** The day it was done: today, or ten days ago. */
export const doneOn = (now: Date, { papers }: Pick<Op, "papers">) => dayOf(papers === "past" ? addDays(now, -10) : now);

/** Saying what one did for the association since one is in (PJ5). */
export function declare(world: World, op: Op): string {
  const barred = whyNot(world, op.who);
  if (barred) return barred;
  const { now, contributions, members } = world;
  const day = doneOn(now, op);
  if (day < dayOf(members.get(op.who)?.admittedAt ?? now)) return "contribution.beforeJoining";
  contributions.push({ who: op.who, doneOn: day, declaredAt: now, confirmedBy: null, confirmedOn: null });
  return "ok";
}

export const isLapsed = ({ declaredAt }: World["contributions"][number], now: Date) =>
  now > addDays(declaredAt, CONFIRM_DAYS);

/** Putting something to the vote, by whoever may vote on it (DC1). */
export function propose(world: World, { who }: Op): string {
  if (!isIn(world.members.get(who))) return "common.notFound";
  const barred = mayNotVote(world, who);
  if (barred) return barred;
  world.proposals.push(who);
  return "ok";
}

/** Saying that another did: in three weeks, at most three times a month between the same two (PJ5, K3). */
export function confirm(world: World, { who, nth }: Op): string {
  const { now, contributions } = world;
  const one = contributions.at(-1 - nth);
  if (!one || !isIn(world.members.get(who))) return "common.notFound";
  if (one.who === who) return "contribution.ownWork";
  if (whyNot(world, who)) return one.confirmedBy === null ? "common.notFound" : "contribution.notWitness";
  if (one.confirmedBy !== null) return "contribution.alreadyConfirmed";
  if (isLapsed(one, now)) return "contribution.lapsed";
  const month = dayOf(now).slice(0, 7);
  const pair = contributions.filter(
    (other) =>
      other.confirmedOn?.startsWith(month) &&
      ((other.who === who && other.confirmedBy === one.who) || (other.who === one.who && other.confirmedBy === who)),
  );
  if (pair.length >= PAIR_MAX) return "contribution.pairLimit";
  Object.assign(one, { confirmedBy: who, confirmedOn: dayOf(now) });
  refresh(world, one.who);
  return "ok";
}
