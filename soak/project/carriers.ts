import { withdraw } from "./course";
import { own } from "./hands";
import type { Hosting } from "./rows";
import { leave } from "./seats";
import { letGoOf } from "./tasks";
import {
  AGAIN_DAYS,
  GROUPS,
  type Group,
  isIn,
  isInside,
  isOver,
  isSince,
  isStanding,
  manages,
  mayRead,
  newest,
  type Op,
  shut,
  speaksFor,
  type World,
} from "./world";

/** Asking an association to carry it too: from a proposal on, and not again for ninety days after a «non ora» (ADR 0036, PT3). */
export function askCoHost(world: World, { who, group }: Op): string {
  if (!manages(world, who)) return shut(world, who);
  if (isOver(world)) return "project.over";
  if (world.state === "IDEA") return "project.coHostIdea";
  if (world.lead === null) return "project.coHostPersonal";
  if (!GROUPS[group]) return "project.coHostUnknown";
  const asked = world.hostings.filter((one) => one.group === group);
  if (group === world.lead || asked.some(({ state }) => state === "CARRYING")) return "project.coHostCarries";
  if (asked.some(({ state }) => state === "ASKED")) return "project.coHostAsked";
  const refused = asked.findLast(({ state }) => state === "NOT_NOW");
  if (isSince(refused?.answeredAt, AGAIN_DAYS, world.now)) return "project.coHostTooSoon";
  world.hostings.push({ group, state: "ASKED", answeredAt: null });
  return "ok";
}

/** Its word, by whoever speaks for it (PT2). */
export function answerCoHost(world: World, { who, nth, isYes }: Op): string {
  const asked = newest(world.hostings, nth);
  if (!asked || !speaksFor(world, asked.group, who)) return "common.notFound";
  const answer = isYes ? "CARRYING" : "NOT_NOW";
  if (asked.state === answer) return "ok";
  if (asked.state !== "ASKED") return "project.coHostClosed";
  Object.assign(asked, { state: answer, answeredAt: world.now });
  return "ok";
}

export function withdrawCoHost(world: World, { who, nth }: Op): string {
  const asked = newest(world.hostings, nth);
  if (!asked || !manages(world, who)) return "common.notFound";
  if (asked.state !== "ASKED") return "project.coHostClosed";
  asked.state = "WITHDRAWN";
  return "ok";
}

/** Going, at once and without reason; or being let go by the owner. */
export function leaveCoHosting(world: World, { who, nth }: Op): string {
  const one = newest(world.hostings, nth);
  return one && speaksFor(world, one.group, who) ? part(world, one) : "common.notFound";
}

export function letGo(world: World, { who, nth }: Op): string {
  const one = newest(world.hostings, nth);
  return one && manages(world, who) ? part(world, one) : "common.notFound";
}

function part(world: World, one: Hosting): string {
  if (one.state !== "CARRYING") return "project.coHostClosed";
  if (isOver(world)) return "project.over";
  one.state = "ENDED";
  strand(world);
  if (!isInside(world, world.owner)) letGoOf(world, world.owner);
  if (!hasCoHosts(world)) withdraw(world.leads, "OFFERED", world.now);
  return "ok";
}

const hasCoHosts = ({ hostings }: World) => hostings.some(({ state }) => state === "CARRYING");

/** Where it is for members only, whoever belongs to none that carries it has no place there any more, and owes nothing (M8, K2). */
function strand(world: World): void {
  const { offers, promises, handovers, seatAsks, asks, now } = world;
  for (const offer of offers) if (isStanding(offer) && !mayRead(world, offer.who)) leave(world, offer);
  for (const promise of promises)
    if (promise.state === "OPEN" && !mayRead(world, promise.offer.who)) promise.state = "RELEASED";
  const toThem = <T extends { readonly to: number }>(rows: readonly T[]) =>
    rows.filter(({ to }) => !mayRead(world, to));
  withdraw(toThem(handovers), "OFFERED", now);
  withdraw(toThem(asks), "OPEN", now);
  withdraw(
    seatAsks.filter(({ dream }) => !mayRead(world, dream.who)),
    "OPEN",
    now,
  );
}

/** Holding the lead out to those who carry it too: by the owner, whose association stays. */
export function offerLead(world: World, { who }: Op): string {
  return who === world.owner ? holdOut(world, false) : shut(world, who);
}

/** Or by whoever speaks for the association that leads, which goes; until another leads, nothing runs. */
export function leaveLead(world: World, { who }: Op): string {
  if (!speaksFor(world, world.lead, who)) return shut(world, who);
  const held = holdOut(world, true);
  if (held === "ok" && world.state === "ACTIVE") world.state = "SUSPENDED";
  return held;
}

function holdOut(world: World, isLeaving: boolean): string {
  if (isOver(world)) return "project.over";
  if (world.lead === null || !hasCoHosts(world)) return "project.leadNobody";
  if (world.leads.some(({ state }) => state === "OFFERED")) return "project.leadOffered";
  world.leads.push({ from: world.lead, isLeaving, state: "OFFERED" });
  return "ok";
}

export function withdrawLead(world: World, { who }: Op): string {
  if (who !== world.owner && !speaksFor(world, world.lead, who)) return shut(world, who);
  const open = world.leads.find(({ state }) => state === "OFFERED");
  if (!open) return "project.leadTaken";
  if (open.isLeaving && !speaksFor(world, world.lead, who)) return "common.notAllowed";
  open.state = "WITHDRAWN";
  return "ok";
}

/** The first to take it leads; the owner stays where they may own projects there too, else whoever took it owns it. */
export function takeLead(world: World, { who, nth }: Op): string {
  const one = newest(world.hostings, nth);
  if (!one || !speaksFor(world, one.group, who)) return "common.notFound";
  if (isOver(world)) return "project.over";
  if (one.state !== "CARRYING") return "project.coHostClosed";
  const open = world.leads.find(({ state }) => state === "OFFERED");
  if (!open && !isAbandoned(world)) return "project.leadTaken";
  one.state = "ENDED";
  if (open) open.state = "TAKEN";
  const before = world.lead;
  world.lead = one.group;
  withdraw(world.handovers, "OFFERED", world.now);
  if (!isIn(world, one.group, world.owner)) {
    world.handovers.push({ to: who, by: null, state: "ACCEPTED", closedAt: world.now });
    own(world, who);
  }
  if (before !== null && !open?.isLeaving) goOn(world, before);
  strand(world);
  return "ok";
}

/** Nobody answers for it any more: neither for its association nor for itself. */
const isAbandoned = (world: World) =>
  world.lead !== null &&
  !isIn(world, world.lead, GROUPS[world.lead]?.[0] ?? -1) &&
  !isIn(world, world.lead, world.owner);

function goOn({ hostings, now }: World, group: Group): void {
  hostings.push({ group, state: "CARRYING", answeredAt: now });
}
