import { addDays } from "@/lib/core/duration";
import { askingOf, expireApplications, meet, waitingOf } from "./doors";
import type { Op } from "./op";
import type { Application, Link, Person, World } from "./types";
import { answersFor, isFull, isIn, mayApplyFrom, standsUntil } from "./world";

const mayInvite = (world: World, who: Person) => answersFor(world, who, "INVITE");
const OPEN_MAX = 10;

/** How many may take it up, and for how many days. */
export const bounds = ({ nth, isYes }: Op) => ({ uses: nth + 1, days: isYes ? 60 : 10 });

const isOpen = ({ isRevoked, expiresAt, uses, taken }: Link, now: Date) =>
  !isRevoked && expiresAt > now && taken < uses;

/** Whether it acts: while there is something left of it, and its maker may ask people in (ADR 0022). */
export const isActing = (world: World, link: Link) => isOpen(link, world.now) && mayInvite(world, link.by);

export function makeLink(world: World, op: Op): string {
  const { now, links } = world;
  if (!mayInvite(world, op.who)) return "common.notFound";
  if (world.isInCustody) return "membership.inCustody";
  if (links.filter((link) => isOpen(link, now)).length >= OPEN_MAX) return "membership.linksEnough";
  const { uses, days } = bounds(op);
  links.push({ by: op.who, uses, taken: 0, expiresAt: addDays(now, days), isRevoked: false, takers: new Set() });
  return "ok";
}

/** By anybody who asks people in; who took it up stays invited. */
export function revokeLink(world: World, { who, nth }: Op): string {
  const link = world.links.at(-1 - nth);
  if (!link || !mayInvite(world, who)) return "common.notFound";
  link.isRevoked = true;
  return "ok";
}

/** Taking it up: from then on one is asked in by name, or admitted as far as one word goes (M3); enrolled, never (M2). */
export function takeUp(world: World, { who, nth }: Op): string {
  const link = world.links.at(-1 - nth);
  if (!link) return "membership.openingOver";
  if (link.takers.has(who)) return "ok";
  if (!isActing(world, link)) return "membership.openingOver";
  const barred = whyNot(world, who);
  if (barred) return barred;
  const application = waitingOf(world, who);
  if (application) return meetBy(world, link, application);
  expireApplications(world);
  if (!askingOf(world, who)) askBy(world, link, who);
  return "ok";
}

function meetBy(world: World, link: Link, application: Application): string {
  const mayAdmit = answersFor(world, link.by, "ADMIT") && !application.admitters.has(link.by);
  if (!mayAdmit || meet(world, application, link.by) !== "ok") return "membership.alreadyApplied";
  link.taken += 1;
  if (application.state === "ACCEPTED") link.takers.add(application.who);
  return "ok";
}

function askBy({ invitations, now }: World, link: Link, who: Person): void {
  for (const old of invitations)
    if (old.who === who && old.state === "PENDING") Object.assign(old, { state: "EXPIRED", closedAt: now });
  invitations.push({ who, by: link.by, state: "PENDING", expiresAt: standsUntil(now), closedAt: null });
  link.taken += 1;
  link.takers.add(who);
}

function whyNot(world: World, who: Person): string | null {
  const state = world.members.get(who)?.state;
  if (isIn(world.members.get(who))) return "membership.alreadyMember";
  if (state === "EXCLUDED") return "membership.excludedAsks";
  if (world.isInCustody) return "membership.inCustody";
  if (isFull(world)) return "membership.full";
  const declined = world.applications.findLast((one) => one.who === who && one.state === "DECLINED");
  const from = declined?.closedAt && !waitingOf(world, who) ? mayApplyFrom(declined.closedAt) : null;
  return from && world.now < from ? "membership.reapplyTooSoon" : null;
}
