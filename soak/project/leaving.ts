import { withdraw } from "./course";
import { leave } from "./seats";
import { letGoOf } from "./tasks";
import { GROUPS, isOver, isStanding, mayRead, type Op, type Person, through, type World } from "./world";

/** Leaving an association: always, at once (M7); what one was in through it alone ends with it (M8). */
export function leaveAssociation(world: World, { who, group }: Op): string {
  const members = world.members[group];
  if (!members || !GROUPS[group]?.includes(who)) return "common.notFound";
  if (!members.includes(who)) return "ok";
  const wasThrough = through(world, who);
  members.splice(members.indexOf(who), 1);
  if (group === world.lead) leaveLead(world, who);
  if (wasThrough !== null && through(world, who) === null) leaveProject(world, who);
  return "ok";
}

/** In the one that leads: whoever owns the project suspends it by going, and dreams and what was asked there end (PJ7, ADR 0035). */
function leaveLead(world: World, who: Person): void {
  const { state, dreams, invitations, seatAsks, handovers, now } = world;
  if (who === world.owner && state === "ACTIVE") world.state = "SUSPENDED";
  if (state === "IDEA") for (const dream of dreams) if (dream.who === who) dream.isIn = false;
  withdraw(
    invitations.filter(({ to, by }) => to === who || by === who),
    "OPEN",
    now,
  );
  withdraw(
    seatAsks.filter(({ dream }) => dream.who === who),
    "OPEN",
    now,
  );
  withdraw(
    handovers.filter(({ to }) => to === who),
    "OFFERED",
    now,
  );
}

/** Where no other association of theirs carries it: seat, promise and tasks, and what they were asked where they may not be any more. */
function leaveProject(world: World, who: Person): void {
  const { offers, promises, asks, seatAsks, now } = world;
  const standing = isOver(world) ? [] : offers.filter((offer) => offer.who === who && isStanding(offer));
  for (const offer of standing) leave(world, offer);
  for (const promise of promises.filter(({ offer, state }) => offer.who === who && state === "OPEN"))
    promise.state = "RELEASED";
  letGoOf(world, who);
  const asked = asks.filter(({ to }) => to === who && !mayRead(world, who));
  const askedSeats = seatAsks.filter(({ dream }) => dream.who === who && !mayRead(world, who));
  for (const rows of [asked, askedSeats]) withdraw(rows, "OPEN", now);
}
