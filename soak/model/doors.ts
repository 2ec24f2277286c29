import { dayOf } from "@/lib/core/duration";
import type { Op } from "./op";
import type { Application, Invitation, Person, World } from "./types";
import { hasWords, vouchByInviting } from "./words";
import {
  answerBy,
  answersFor,
  eventAfter,
  isAsked,
  isFull,
  isIn,
  isWaiting,
  mayApplyFrom,
  mayAskFrom,
  standsUntil,
  THIN,
  untilOf,
} from "./world";

/** What each way of filling the papers in comes to. */
const PAPERS = {
  good: null,
  short: null,
  listening: null,
  stale: "membership.charterAmended",
  mute: "membership.answerMissing",
  past: "membership.untilPassed",
} as const;

const DOORS = ["OPEN", "APPLICATION", "INVITATION"];

/** Handing papers in: an open door and an invitation let in at once, else the stewards decide (M2, M3, M4). */
export function apply(world: World, { who, papers }: Op): string {
  const door = doorFor(world, who);
  if (!DOORS.includes(door)) return door;
  const fault = PAPERS[papers] ?? (who === THIN ? "membership.profileIncomplete" : null);
  if (fault) return fault;
  expireApplications(world);
  const waits = door === "APPLICATION";
  const invitation = askingOf(world, who);
  const application: Application = {
    ...{ who, isListening: papers === "listening", untilOn: untilOf(world.now, papers === "short") },
    ...(waits
      ? waitingAs(world)
      : { state: "ACCEPTED", answerBy: null, closedAt: world.now, deciders: 1, sponsors: 0 }),
    ...{ admitters: new Set<Person>(), accepted: world.charters.length },
  };
  world.applications.push(application);
  if (invitation) close(invitation, "ACCEPTED", world.now);
  if (!waits) enter(world, application);
  else if (invitation) vouchByInviting(world, application, invitation.by);
  return "ok";
}

/** Under the thresholds of the day (R5). */
const waitingAs = ({ now, deciders, sponsors }: World) =>
  ({ state: "PENDING", answerBy: answerBy(now), closedAt: null, deciders, sponsors }) as const;

function doorFor(world: World, who: Person): string {
  if (isIn(world.members.get(who))) return "membership.alreadyMember";
  if (waitingOf(world, who)) return "membership.alreadyApplied";
  if (world.isInCustody) return "membership.inCustody";
  if (isFull(world)) return "membership.full";
  // Whoever was excluded once comes to the stewards by every door; where two words are asked for, an inviter alone is one (ADR 0016, 0024).
  if (askingOf(world, who) && world.sponsors > 1) return "APPLICATION";
  const isOut = world.members.get(who)?.state === "EXCLUDED";
  const opens = askingOf(world, who) ? "INVITATION" : doorUnasked(world, who);
  return isOut && (opens === "INVITATION" || opens === "OPEN") ? "APPLICATION" : opens;
}

function doorUnasked({ entry, applications, now }: World, who: Person): string {
  if (entry === "INVITATION") return "membership.byInvitationOnly";
  const declined = applications.findLast((one) => one.who === who && one.state === "DECLINED");
  return declined?.closedAt && now < mayApplyFrom(declined.closedAt) ? "membership.reapplyTooSoon" : entry;
}

/** A first pledge, or one more for who comes back; nobody who is in is asked in any more. */
function enter({ members, invitations, now }: World, { who, isListening, untilOn, accepted }: Application): void {
  for (const one of invitations) if (one.who === who && one.state === "PENDING") close(one, "EXPIRED", now);
  const before = members.get(who);
  const [pledges, events] = [(before?.pledges ?? 0) + 1, (before?.events ?? 0) + 1];
  const at = eventAfter(before?.lastEventAt, now);
  const admitted = { state: "ACTIVE", admittedAt: at, lastEventAt: at, leftAt: null } as const;
  members.set(who, { ...admitted, isListening, untilOn, accepted, pledges, events });
}

export const waitingOf = ({ applications, now }: World, who: Person) =>
  applications.find((one) => one.who === who && isWaiting(one, now));
export const askingOf = ({ invitations, now }: World, who: Person) =>
  invitations.find((one) => one.who === who && isAsked(one, now));

function close(one: Application | Invitation, state: Application["state"], now: Date): void {
  one.state = state;
  one.closedAt = now;
}

/** Taking one's own application back (M4). */
export function withdraw(world: World, { who, nth }: Op): string {
  const application = world.applications.at(-1 - nth);
  if (application?.who !== who) return "common.notFound";
  if (!isWaiting(application, world.now)) return "membership.alreadyDecided";
  close(application, "WITHDRAWN", world.now);
  return "ok";
}

/** One decider's word: a «no» closes, a «yes» waits for as many as must agree (M6). */
export function decide(world: World, { who, nth, isYes }: Op): string {
  const application = world.applications.at(-1 - nth);
  if (!application || application.who === who || !answersFor(world, who, "ADMIT")) return "common.notFound";
  return say(world, application, { who, isYes });
}

type Word = { readonly who: Person; readonly isYes: boolean; readonly inviter?: Person };

function say(world: World, application: Application, { who, isYes, inviter }: Word): string {
  if (!isWaiting(application, world.now)) return "membership.alreadyDecided";
  if (application.admitters.has(who)) return "membership.alreadySaidYours";
  if (!isYes) {
    close(application, "DECLINED", world.now);
    return "ok";
  }
  if (!hasWords(world, application, inviter)) return "membership.vouchesMissing";
  if (application.admitters.size + 1 >= application.deciders) {
    const barred = whyNotIn(world, application);
    if (barred) return barred;
    close(application, "ACCEPTED", world.now);
    enter(world, application);
  }
  application.admitters.add(who);
  return "ok";
}

/** Papers are held against the day of the admission (ADR 0016). */
function whyNotIn(world: World, { accepted, untilOn }: Application): string | null {
  if (accepted < world.charters.length) return "membership.papersOutdated";
  if (untilOn <= dayOf(world.now)) return "membership.candidateStatementOver";
  return isFull(world) ? "membership.full" : null;
}

/** Asking somebody in; who knocked already is admitted by it, where one admits, as far as one word goes (M3, PT3). */
export function invite(world: World, { who, whom }: Op): string {
  if (!answersFor(world, who, "INVITE")) return "common.notFound";
  if (who === whom) return "membership.inviteSelf";
  if (world.isInCustody) return "membership.inCustody";
  if (isIn(world.members.get(whom))) return "membership.inviteeIsMember";
  const application = waitingOf(world, whom);
  if (!application) return ask(world, { who, whom });
  return answersFor(world, who, "ADMIT") ? meet(world, application, who) : "membership.applicantWaiting";
}

export function meet(world: World, application: Application, by: Person): string {
  const said = say(world, application, { who: by, isYes: true, inviter: by });
  if (said !== "ok") return said;
  if (application.sponsors > 0) vouchByInviting(world, application, by);
  expireApplications(world);
  if (application.state === "ACCEPTED") {
    const { now } = world;
    world.invitations.push({ who: application.who, by, state: "ACCEPTED", expiresAt: standsUntil(now), closedAt: now });
  }
  return "ok";
}

function ask(world: World, { who: by, whom: who }: Pick<Op, "who" | "whom">): string {
  const { now, invitations } = world;
  if (askingOf(world, who)) return "membership.alreadyInvited";
  const refused = invitations.findLast((one) => one.who === who && one.by === by && one.state === "DECLINED");
  if (refused?.closedAt && now < mayAskFrom(refused.closedAt)) return "membership.notAgainYet";
  expireApplications(world);
  for (const old of invitations) if (old.who === who && old.state === "PENDING") close(old, "EXPIRED", now);
  invitations.push({ who, by, state: "PENDING", expiresAt: standsUntil(now), closedAt: null });
  return "ok";
}

/** «Non ora» by whoever was asked, or taking it back by whoever asked (PT3). */
export function answerInvitation(world: World, { who, nth, kind }: Op): string {
  const invitation = world.invitations.at(-1 - nth);
  const state = kind === "declineInvitation" ? "DECLINED" : "WITHDRAWN";
  if (!invitation || who !== (state === "DECLINED" ? invitation.who : invitation.by)) return "common.notFound";
  if (!isAsked(invitation, world.now)) return "membership.invitationOver";
  close(invitation, state, world.now);
  return "ok";
}

/** What a job does, and whoever writes with the association locked: past its day, an application is closed. */
export function expireApplications({ applications, now }: World): void {
  for (const one of applications) if (one.state === "PENDING" && !isWaiting(one, now)) close(one, "EXPIRED", now);
}

/** The job of invitations. */
export function expireInvitations({ invitations, now }: World): void {
  for (const one of invitations) if (one.state === "PENDING" && !isAsked(one, now)) close(one, "EXPIRED", now);
}

/** Whoever is in again waits at no door (M3). */
export function expireAskingsOf({ applications, invitations, now }: World, who: Person): void {
  for (const one of [...applications, ...invitations])
    if (one.who === who && one.state === "PENDING") close(one, "EXPIRED", now);
}
