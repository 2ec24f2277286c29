import { AGAIN_DAYS, isOver, isSince, type Op, takesPart, type World } from "./world";

/** Asking somebody who sits there to lead in one's place: one at a time, and not again for ninety days (PJ7, PT3). */
export function handOver(world: World, { who, whom }: Op): string {
  if (who !== world.owner) return "common.notAllowed";
  if (isOver(world)) return "project.over";
  if (world.handovers.some(({ state }) => state === "OFFERED")) return "project.handoverOpen";
  if (whom === world.owner || !takesPart(world, whom)) return "project.notInTheProject";
  const refused = world.handovers.filter(({ to, by, state }) => to === whom && by === who && state === "REFUSED");
  if (isSince(refused.at(-1)?.closedAt, AGAIN_DAYS, world.now)) return "project.askedTooSoon";
  world.handovers.push({ to: whom, by: who, state: "OFFERED", closedAt: null });
  return "ok";
}

/** Nothing changes hands until whoever is asked says yes (PT2). */
export function answerHandover(world: World, { who, isYes }: Op): string {
  const asked = world.handovers.findLast(({ to }) => to === who);
  if (!asked) return "common.notFound";
  if (asked.state !== "OFFERED") return "project.handoverClosed";
  Object.assign(asked, { state: isYes ? "ACCEPTED" : "REFUSED", closedAt: world.now });
  if (isYes) world.owner = who;
  return "ok";
}

export function keep(world: World, { who }: Op): string {
  if (who !== world.owner) return "common.notAllowed";
  const open = world.handovers.find(({ state }) => state === "OFFERED");
  if (!open) return "project.handoverClosed";
  Object.assign(open, { state: "WITHDRAWN", closedAt: world.now });
  return "ok";
}
