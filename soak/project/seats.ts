import type { Offer } from "./rows";
import { freed } from "./tasks";
import {
  AGAIN_DAYS,
  isOpen,
  isOver,
  isSince,
  isStanding,
  manages,
  mayRead,
  NEEDS,
  newest,
  type Op,
  type Person,
  taken,
  type World,
} from "./world";

/** Offering: once a need at a time, and not again for ninety days after a «non ora» (PJ4, PT3). */
export function offer(world: World, { who, need }: Op): string {
  if (!world.hasSeats || !mayRead(world, who)) return "common.notFound";
  if (who === world.owner) return "project.ownNeed";
  if (!isOpen(world)) return "project.notOpenToOffers";
  const own = world.offers.filter((one) => one.who === who && one.need === need);
  if (own.some(isStanding)) return "project.alreadyOffered";
  const declined = own.filter(({ state }) => state === "DECLINED").map(({ closedAt }) => closedAt?.getTime() ?? 0);
  if (declined.length > 0 && isSince(new Date(Math.max(...declined)), AGAIN_DAYS, world.now))
    return "project.offeredTooSoon";
  world.offers.push({ who, need, state: "WAITING", decidedAt: null, closedAt: null });
  return "ok";
}

/** A yes is a seat while one is free and nobody waits for it, else a place in the queue, which keeps its order (PJ4, A5). */
export function accept(world: World, { who, nth }: Op): string {
  const one = manages(world, who) ? newest(world.offers, nth) : undefined;
  if (!one) return "common.notFound";
  if (one.state === "ACCEPTED") return "ok";
  if (!isStanding(one)) return "project.offerClosed";
  return isOpen(world) ? letIn(world, one) : "project.notOpenToOffers";
}

function letIn(world: World, one: Offer): string {
  const isFree = taken(world, one.need) < (NEEDS[one.need]?.seats ?? 0);
  const isFirst = queueBefore(world, one) === 0;
  if (isFree && isFirst) return sitDown(world, one);
  if (one.state === "QUEUED") return isFree ? "project.notFirst" : "ok";
  Object.assign(one, { state: "QUEUED", decidedAt: world.now });
  return "ok";
}

function sitDown(world: World, one: Offer): string {
  Object.assign(one, { state: "ACCEPTED", decidedAt: world.now });
  world.promises.push({ offer: one, state: "OPEN" });
  return "ok";
}

function queueBefore({ offers }: World, one: Offer): number {
  const queue = offers
    .filter(({ need, state }) => need === one.need && state === "QUEUED")
    .toSorted((a, b) => (a.decidedAt?.getTime() ?? 0) - (b.decidedAt?.getTime() ?? 0));
  const place = queue.indexOf(one);
  return place === -1 ? queue.length : place;
}

/** «Non ora», to whoever has no seat yet. */
export function decline(world: World, { who, nth }: Op): string {
  const one = newest(world.offers, nth);
  if (!one || !manages(world, who)) return "common.notFound";
  if (one.state === "DECLINED") return "ok";
  if (one.state !== "WAITING" && one.state !== "QUEUED") return "project.offerClosed";
  Object.assign(one, { state: "DECLINED", closedAt: world.now });
  return "ok";
}

/** Taking an offer back, or getting up: always, until the end (PT2). Nobody moves up by themselves. */
export function withdraw(world: World, { who, nth }: Op): string {
  const one = newest(world.offers, nth);
  if (!one || who !== one.who) return "common.notFound";
  if (one.state === "WITHDRAWN") return "ok";
  if (one.state === "DECLINED" || (one.state === "ACCEPTED" && isOver(world))) return "project.offerClosed";
  leave(world, one);
  return "ok";
}

/** What goes with an offer taken back: its promise, and what one had taken on while one sat there (ADR 0034). */
export function leave(world: World, one: Offer): void {
  Object.assign(one, { state: "WITHDRAWN", closedAt: world.now });
  for (const promise of world.promises)
    if (promise.offer === one && promise.state === "OPEN") promise.state = "RELEASED";
  freed(world, one.who);
}

/** Whoever was asked sits down by their own yes, or waits behind those who do; an offer of theirs that waited is answered by it. */
export function comeIn(world: World, who: Person, need: number): void {
  const own = world.offers.find((offer) => offer.who === who && offer.need === need && isStanding(offer));
  if (own && own.state !== "WAITING") return;
  const one: Offer = own ?? { who, need, state: "WAITING", decidedAt: null, closedAt: null };
  if (!own) world.offers.push(one);
  letIn(world, one);
}
