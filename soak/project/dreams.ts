import { withdraw } from "./course";
import type { Dream } from "./rows";
import { comeIn } from "./seats";
import {
  AGAIN_DAYS,
  HIDDEN,
  isOpen,
  isSince,
  manages,
  mayRead,
  NEEDS,
  newest,
  type Op,
  type Person,
  shut,
  type World,
} from "./world";

/** How many people make a proposal of a dream, whoever leads it among them (ADR 0035). */
const ENOUGH = 3;

/** «Ci sto»: one's own word, which answers an invitation too (PT2). */
export function join(world: World, { who, isYes }: Op): string {
  if (!mayRead(world, who)) return "common.notFound";
  if (who === world.owner) return "project.ownIdea";
  if (world.state !== "IDEA") return "project.notAnIdea";
  if (isDreaming(world, who)) return "project.alreadyIn";
  world.dreams.push({ who, isCompetence: isYes, isIn: true });
  for (const one of world.invitations)
    if (one.to === who && one.state === "OPEN") Object.assign(one, { state: "ACCEPTED", closedAt: world.now });
  return "ok";
}

const isDreaming = ({ dreams }: World, who: Person) => dreams.some((dream) => dream.who === who && dream.isIn);

/** Stepping back, from the idea or from being named with what it became: whenever one likes (PT2). */
export function stepBack({ dreams, seatAsks, now }: World, { who }: Op): string {
  const dream = dreams.findLast((one) => one.who === who);
  if (!dream) return "common.notFound";
  dream.isIn = false;
  withdraw(
    seatAsks.filter((ask) => ask.dream === dream),
    "OPEN",
    now,
  );
  return "ok";
}

/** Asking somebody in: by the owner, and not again for ninety days after a «non ora» (PT3). */
export function invite(world: World, { who, whom }: Op): string {
  if (!manages(world, who)) return shut(world, who);
  if (whom === HIDDEN || !mayRead(world, whom)) return "project.noSuchPerson";
  if (world.state !== "IDEA") return "project.notAnIdea";
  if (whom === world.owner || isDreaming(world, whom)) return "project.theyAreIn";
  const asked = world.invitations.filter(({ to }) => to === whom);
  if (asked.some(({ state }) => state === "OPEN")) return "project.askedAlready";
  const refused = asked.findLast(({ by, state }) => by === who && state === "DECLINED");
  if (isSince(refused?.closedAt, AGAIN_DAYS, world.now)) return "project.askedTooSoon";
  world.invitations.push({ to: whom, by: who, state: "OPEN", closedAt: null });
  return "ok";
}

export function declineInvitation({ invitations, now }: World, { who }: Op): string {
  const asked = invitations.findLast(({ to }) => to === who);
  if (!asked) return "common.notFound";
  if (asked.state === "DECLINED") return "ok";
  if (asked.state !== "OPEN") return "project.invitationClosed";
  Object.assign(asked, { state: "DECLINED", closedAt: now });
  return "ok";
}

export function withdrawInvitation(world: World, { who, nth }: Op): string {
  if (!manages(world, who)) return shut(world, who);
  const sent = newest(world.invitations, nth);
  if (!sent) return "common.notFound";
  if (sent.state === "WITHDRAWN") return "ok";
  if (sent.state !== "OPEN") return "project.invitationClosed";
  withdraw([sent], "OPEN", world.now);
  return "ok";
}

/** Becoming a proposal: the owner's act, once enough people dream it; whom a seat fits is asked whether they take it (P59). */
export function become(world: World, { who }: Op): string {
  if (!manages(world, who)) return shut(world, who);
  if (world.state !== "IDEA") return "project.notAnIdea";
  const dreamers = world.dreams.filter((dream) => dream.isIn);
  if (new Set([world.owner, ...dreamers.map((dream) => dream.who)]).size < ENOUGH) return "project.tooFewYet";
  Object.assign(world, { state: "PROPOSED", hasSeats: true });
  withdraw(world.invitations, "OPEN", world.now);
  askSeats(world, dreamers);
  return "ok";
}

/** No more people than seats, those who came first before others, the indispensable seat first. Both ask for what people here know. */
function askSeats({ seatAsks, owner }: World, dreamers: readonly Dream[]): void {
  const seats = NEEDS.flatMap((need, place) => Array.from({ length: need.seats }, () => place));
  const fitting = dreamers.filter(({ who, isCompetence }) => who !== owner && isCompetence);
  for (const [place, dream] of fitting.slice(0, seats.length).entries())
    seatAsks.push({ dream, need: seats[place] ?? 0, state: "OPEN", closedAt: null });
}

/** Taking the seat one was asked about, or «non ora» (PT2, PT3). */
export function answerSeat(world: World, { who, isYes }: Op): string {
  const asked = world.seatAsks.findLast(({ dream }) => dream.who === who);
  if (!asked || (isYes && (who === world.owner || !mayRead(world, who)))) return "common.notFound";
  if (asked.state !== "OPEN") return "project.seatNotAsked";
  if (isYes && !isOpen(world)) return "project.notOpenToOffers";
  Object.assign(asked, { state: isYes ? "ACCEPTED" : "DECLINED", closedAt: world.now });
  if (isYes) comeIn(world, who, asked.need);
  return "ok";
}
