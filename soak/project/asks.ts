import { addDays } from "@/lib/core/duration";
import { withdraw } from "./course";
import type { Ask } from "./rows";
import { comeIn } from "./seats";
import {
  AGAIN_DAYS,
  HIDDEN,
  isOpen,
  isSince,
  isStanding,
  manages,
  mayRead,
  NEEDS,
  newest,
  type Op,
  type Person,
  shut,
  taken,
  type World,
} from "./world";

/** A question waits so long; so many of one person wait at once, and so many are asked in a week (ADR 0042). */
const WAIT_DAYS = 14;
const OPEN_MAX = 5;
const WEEK_DAYS = 7;
const WEEK_MAX = 10;

/** Asking somebody by name to cover a need: a yes said beforehand, by the owner, while a seat is free. */
export function ask(world: World, op: Op): string {
  const { who, whom, need } = op;
  if (!world.hasSeats) return "common.notFound";
  if (!manages(world, who)) return shut(world, who);
  if (whom === HIDDEN || !mayRead(world, whom)) return "project.nobodyToAsk";
  if (!isOpen(world)) return "project.notOpenToOffers";
  if (taken(world, need) >= (NEEDS[need]?.seats ?? 0)) return "project.seatsTaken";
  if (isBeside(world, whom, need)) return "project.theyAreIn";
  const refusal = againTooSoon(world, op) ?? tooMany(world, who);
  if (refusal) return refusal;
  world.asks.push({ to: whom, by: who, need, askedAt: world.now, state: "OPEN", closedAt: null });
  return "ok";
}

/** Whoever leads it needs no asking, nor does whoever stands there with an offer. */
const isBeside = ({ owner, offers }: World, who: Person, need: number) =>
  who === owner || offers.some((offer) => offer.who === who && offer.need === need && isStanding(offer));

/** One question of a project at a time, a seat of what one had dreamt among them; a «non ora» and a silence hold for all of it (PT3). */
function againTooSoon({ asks, seatAsks, now }: World, { who, whom }: Op): string | null {
  const theirs = asks.filter(({ to }) => to === whom);
  const seats = seatAsks.filter(({ dream }) => dream.who === whom);
  if ([...theirs, ...seats].some(({ state }) => state === "OPEN")) return "project.askedAlready";
  const nos = [
    ...seats.filter(({ state }) => state === "DECLINED"),
    ...theirs.filter(({ by, state }) => by === who && (state === "DECLINED" || state === "LAPSED")),
  ];
  const last = nos.toSorted((a, b) => (a.closedAt?.getTime() ?? 0) - (b.closedAt?.getTime() ?? 0)).at(-1);
  if (!isSince(last?.closedAt, AGAIN_DAYS, now)) return null;
  return last?.state === "LAPSED" ? "project.silentLately" : "project.askedTooSoon";
}

/** Nobody asks everybody. */
function tooMany({ asks, now }: World, who: Person): string | null {
  const mine = asks.filter(({ by }) => by === who);
  if (mine.filter((one) => isWaiting(one, now)).length >= OPEN_MAX) return "project.askedEnough";
  return mine.filter(({ askedAt }) => isSince(askedAt, WEEK_DAYS, now)).length >= WEEK_MAX
    ? "project.askedThisWeek"
    : null;
}

const isWaiting = ({ state, askedAt }: Ask, now: Date) => state === "OPEN" && isSince(askedAt, WAIT_DAYS, now);

/** Taking the seat one was asked about, while one is free, else a place in the queue (PT2, PJ4). */
export function cover(world: World, { who, nth }: Op): string {
  const one = newest(world.asks, nth);
  if (one?.to !== who || who === world.owner || !mayRead(world, who)) return "common.notFound";
  if (!isWaiting(one, world.now)) return "project.askClosed";
  if (!isOpen(world)) return "project.notOpenToOffers";
  const own = world.offers.find((offer) => offer.who === who && offer.need === one.need && isStanding(offer));
  if (own && own.state !== "WAITING") return "project.alreadyOffered";
  Object.assign(one, { state: "ACCEPTED", closedAt: world.now });
  comeIn(world, who, one.need);
  return "ok";
}

export function notNow(world: World, { who, nth }: Op): string {
  const one = newest(world.asks, nth);
  if (one?.to !== who) return "common.notFound";
  if (one.state === "DECLINED") return "ok";
  if (!isWaiting(one, world.now)) return "project.askClosed";
  Object.assign(one, { state: "DECLINED", closedAt: world.now });
  return "ok";
}

export function withdrawAsk(world: World, { who, nth }: Op): string {
  const one = newest(world.asks, nth);
  if (!one || !manages(world, who)) return "common.notFound";
  if (one.state === "WITHDRAWN") return "ok";
  if (one.state !== "OPEN") return "project.askClosed";
  withdraw([one], "OPEN", world.now);
  return "ok";
}

/** What nobody answered in time lapses. */
export function lapse({ asks, now }: World): void {
  for (const one of asks)
    if (one.state === "OPEN" && now >= addDays(one.askedAt, WAIT_DAYS))
      Object.assign(one, { state: "LAPSED", closedAt: now });
}
