import { addDays } from "@/lib/core/duration";
import { askingOf, expireApplications, meet, waitingOf } from "./doors";
import { close, isReadable } from "./letters";
import type { Op } from "./op";
import type { Application, Invitation, Link, Person, World } from "./types";
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
  const spend = (invitation: Invitation | null) => {
    link.taken += 1;
    if (invitation) link.takers.add(who);
  };
  return take(world, who, { by: link.by, isLink: true, until: standsUntil(world.now), spend });
}

/** The same of a letter, which is spent whole, and was written to one address: a decline is not waited out. */
export function takeLetter(world: World, { who, nth }: Op): string {
  const letter = world.letters.at(-1 - nth);
  if (letter?.invitation?.who === who) return "ok";
  if (!letter || !isReadable(world, letter)) return "membership.openingOver";
  const spend = (invitation: Invitation | null) => {
    close(letter, "TAKEN", world.now);
    letter.invitation = invitation;
  };
  return take(world, who, { by: letter.by, isLink: false, until: letter.expiresAt, spend });
}

type Source = {
  readonly by: Person;
  readonly isLink: boolean;
  readonly until: Date;
  readonly spend: (invitation: Invitation | null) => void;
};

function take(world: World, who: Person, { by, isLink, until, spend }: Source): string {
  const barred = whyNot(world, who, isLink);
  if (barred) return barred;
  const application = waitingOf(world, who);
  if (application) return meetBy(world, application, { by, spend });
  expireApplications(world);
  if (!askingOf(world, who)) spend(askBy(world, { who, by, until }));
  else if (!isLink) spend(null);
  return "ok";
}

function meetBy(world: World, application: Application, { by, spend }: Pick<Source, "by" | "spend">): string {
  const mayAdmit = answersFor(world, by, "ADMIT") && !application.admitters.has(by);
  if (!mayAdmit || meet(world, application, by) !== "ok") return "membership.alreadyApplied";
  spend(application.state === "ACCEPTED" ? (world.invitations.at(-1) ?? null) : null);
  return "ok";
}

type Asked = { readonly who: Person; readonly by: Person; readonly until: Date };

function askBy({ invitations, now }: World, { who, by, until }: Asked): Invitation {
  for (const old of invitations)
    if (old.who === who && old.state === "PENDING") Object.assign(old, { state: "EXPIRED", closedAt: now });
  const invitation: Invitation = { who, by, state: "PENDING", expiresAt: until, closedAt: null };
  invitations.push(invitation);
  return invitation;
}

function whyNot(world: World, who: Person, isLink: boolean): string | null {
  const state = world.members.get(who)?.state;
  if (isIn(world.members.get(who))) return "membership.alreadyMember";
  if (state === "EXCLUDED") return "membership.excludedAsks";
  if (world.isInCustody) return "membership.inCustody";
  if (isFull(world)) return "membership.full";
  if (!isLink) return null;
  const declined = world.applications.findLast((one) => one.who === who && one.state === "DECLINED");
  const from = declined?.closedAt && !waitingOf(world, who) ? mayApplyFrom(declined.closedAt) : null;
  return from && world.now < from ? "membership.reapplyTooSoon" : null;
}
