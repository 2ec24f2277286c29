import { addDays, addMonths, dayOf } from "@/lib/core/duration";

import { isBarred } from "./account";
import type { Application, Duty, Grant, Invitation, Member, Person, Role, World } from "./types";

/** People are 0 to 5; the first founds, the last has a profile that says too little. */
export const PEOPLE = 6;
export const FOUNDER = 0;
export const THIN = PEOPLE - 1;

const DAYS = {
  decision: 30,
  invitation: 30,
  cooldown: 30,
  askAgain: 90,
  grace: 14,
  charter: 30,
  charterPause: 90,
} as const;

export const answerBy = (now: Date) => addDays(now, DAYS.decision);
export const standsUntil = (now: Date) => addDays(now, DAYS.invitation);
export const mayApplyFrom = (declinedAt: Date) => addDays(declinedAt, DAYS.cooldown);
export const mayAskFrom = (refusedAt: Date) => addDays(refusedAt, DAYS.askAgain);
/** Half a year; or ten days, so that it ends within what the model lives through. */
export const untilOf = (now: Date, isShort: boolean) => (isShort ? dayOf(addDays(now, 10)) : addMonths(dayOf(now), 6));

export const isIn = (member: Member | undefined) => member?.state === "ACTIVE" || member?.state === "PAUSED";
export const places = ({ members }: World) => [...members.values()].filter(isIn).length;
export const isFull = (world: World) => world.limit !== null && places(world) >= world.limit;

/** Past its day an application is over, before any job says so; on its last instant it is not. */
export const isWaiting = ({ state, answerBy: by }: Application, now: Date) =>
  state === "PENDING" && (by === null || by >= now);
export const isAsked = ({ state, expiresAt }: Invitation, now: Date) => state === "PENDING" && expiresAt > now;

/** What each role answers for that every association has. */
const BUNDLES: Readonly<Record<Role, readonly Duty[]>> = {
  STEWARD: ["CUSTODY", "ADMIT", "INVITE", "GRANT", "EDIT", "MODERATE"],
  WELCOMER: ["ADMIT", "INVITE"],
};

/** What a role answers for: one of its own as its holder accepted it, less what it lost since (PT2). */
export function dutiesOf({ role, accepted }: Pick<Grant, "role" | "accepted">): readonly Duty[] {
  return typeof role === "string" ? BUNDLES[role] : role.duties.filter((duty) => accepted.includes(duty));
}

export const holds = ({ grants }: World, who: Person, role: Role) =>
  grants.some((grant) => grant.who === who && grant.role === role && grant.state === "HELD");

/** Whether a statement ended longer ago than its days of grace (ADR 0020). */
export const isOverdue = ({ untilOn }: Member, now: Date) =>
  dayOf(now) > dayOf(addDays(new Date(`${untilOn}T12:00:00Z`), DAYS.grace));

/** How long ago the oldest version of substance came out that waits for a member's word, in days; null when none waits (M11). */
export function waitingDays({ charters, now }: World, { accepted }: Member): number | null {
  const waiting = charters.find(({ isMaterial }, i) => isMaterial && i + 1 > accepted);
  return waiting ? (now.getTime() - waiting.publishedAt.getTime()) / 86_400_000 : null;
}

/** Whether everything but reading, leaving, pausing and accepting has stopped for a member (M11). */
export const isCharterOverdue = (world: World, member: Member) => (waitingDays(world, member) ?? 0) >= DAYS.charter;
/** Whether they are due for a pause, and do not come back from one before they have accepted. */
export const isCharterPause = (world: World, member: Member) => (waitingDays(world, member) ?? 0) >= DAYS.charterPause;

/** What somebody answers for now, of what their roles hold: active, on a statement in force, the charter accepted in time. */
export function dutiesNow(world: World, who: Person): readonly Duty[] {
  const member = world.members.get(who);
  if (member?.state !== "ACTIVE" || isOverdue(member, world.now) || isCharterOverdue(world, member)) return [];
  if (isBarred(world, who)) return [];
  return world.grants.filter((grant) => grant.who === who && grant.state === "HELD").flatMap(dutiesOf);
}
export const answersFor = (world: World, who: Person, duty: Duty) => dutiesNow(world, who).includes(duty);

/** Whether somebody answers now for reports and cases. */
export const isModerating = (world: World, who: Person) => answersFor(world, who, "MODERATE");

/** A role nobody offered: a founder's, or that of whoever stepped up. */
export const stewardship = (who: Person): Grant => ({
  ...{ who, role: "STEWARD", by: null, state: "HELD", endedAt: null, accepted: [], version: null },
  ...{ heldSince: null, needed: null },
});

/** How many besides one look after the association: who is in pause does not, whose statement ended does. */
export const othersWhoLookAfter = (world: World, who: Person) =>
  [...world.members].filter(
    ([other, { state }]) => other !== who && state === "ACTIVE" && holds(world, other, "STEWARD"),
  ).length;

/** When something about a member is written down: what follows in the same instant comes a millisecond later. */
export const eventAfter = (last: Date | undefined, now: Date): Date =>
  last && last >= now ? new Date(last.getTime() + 1) : now;

/** What a member becomes, and that it was written down. */
export function become(member: Member, change: Partial<Member>, now: Date): void {
  Object.assign(member, change, { events: member.events + 1, lastEventAt: eventAfter(member.lastEventAt, now) });
}
