import { ARROWS, isOver, type Moved, manages, NEEDS, type Op, type Person, shut, taken, type World } from "./world";

/** Sending a project on: its owner alone; nothing starts or goes on without its critical seats, nor while its lead goes (PJ2). */
export function move(world: World, { who, to }: Op): string {
  if (!maySend(world, who, to)) return shut(world, who);
  if (world.state === to) return "ok";
  if (!ARROWS[world.state].includes(to)) return "project.notFromHere";
  if (to === "ACTIVE" && world.leads.some((lead) => lead.isLeaving && lead.state === "OFFERED"))
    return "project.leadLeaving";
  if (to === "ACTIVE" && NEEDS.some(({ seats, isCritical }, need) => isCritical && taken(world, need) < seats))
    return "project.needsCritical";
  world.state = to;
  if (to === "ABANDONED") end(world);
  return "ok";
}

/** Nobody is held to a project: an owner who left stops it still (M7, PJ7). */
const maySend = (world: World, who: Person, to: Moved) =>
  to === "SUSPENDED" || to === "ABANDONED" ? who === world.owner : manages(world, who);

/** Ending with a result, once every promise is closed (PJ7). */
export function conclude(world: World, { who }: Op): string {
  if (!manages(world, who)) return shut(world, who);
  if (!ARROWS[world.state].includes("COMPLETED")) return "project.notFromHere";
  if (world.promises.some(({ state }) => state === "OPEN")) return "project.openCommitments";
  world.state = "COMPLETED";
  end(world);
  return "ok";
}

/** At the end nobody waits any more, nobody is asked any more, and nobody is held to anything (K2). */
function end(world: World): void {
  const { offers, promises, handovers, invitations, seatAsks, asks, taskAsks, hostings, leads, now: at } = world;
  world.endedAt = at;
  for (const offer of offers)
    if (offer.state === "WAITING" || offer.state === "QUEUED")
      Object.assign(offer, { state: "DECLINED", closedAt: at });
  for (const promise of promises) if (promise.state === "OPEN") promise.state = "RELEASED";
  for (const rows of [handovers, leads]) withdraw(rows, "OFFERED", at);
  for (const rows of [taskAsks, hostings]) withdraw(rows, "ASKED", at);
  for (const rows of [invitations, seatAsks, asks]) withdraw(rows, "OPEN", at);
}

/** What waits for an answer is taken back. */
export function withdraw(rows: readonly { state: string }[], from: string, at: Date): void {
  for (const row of rows) if (row.state === from) Object.assign(row, { state: "WITHDRAWN", closedAt: at });
}

/** Whether work goes on (ADR 0034). */
export function stopped(world: World): string | null {
  if (isOver(world)) return "project.over";
  return world.state === "SUSPENDED" ? "work.stopped" : null;
}
