import { ARROWS, NEEDS, type Op, taken, type World } from "./world";

/** Sending a project on: its owner alone; nothing starts or goes on without its critical seats (PJ2). */
export function move(world: World, { who, to }: Op): string {
  if (who !== world.owner) return "common.notAllowed";
  if (world.state === to) return "ok";
  if (!ARROWS[world.state].includes(to)) return "project.notFromHere";
  if (to === "ACTIVE" && NEEDS.some(({ seats, isCritical }, need) => isCritical && taken(world, need) < seats))
    return "project.needsCritical";
  world.state = to;
  if (to === "ABANDONED") end(world);
  return "ok";
}

/** Ending with a result, once every promise is closed (PJ7). */
export function conclude(world: World, { who }: Op): string {
  if (who !== world.owner) return "common.notAllowed";
  if (!ARROWS[world.state].includes("COMPLETED")) return "project.notFromHere";
  if (world.promises.some(({ state }) => state === "OPEN")) return "project.openCommitments";
  world.state = "COMPLETED";
  end(world);
  return "ok";
}

/** At the end nobody waits any more, and nobody is held to anything (K2). */
function end(world: World): void {
  world.endedAt = world.now;
  for (const offer of world.offers)
    if (offer.state === "WAITING" || offer.state === "QUEUED")
      Object.assign(offer, { state: "DECLINED", closedAt: world.now });
  for (const promise of world.promises) if (promise.state === "OPEN") promise.state = "RELEASED";
  for (const handover of world.handovers)
    if (handover.state === "OFFERED") Object.assign(handover, { state: "WITHDRAWN", closedAt: world.now });
}
