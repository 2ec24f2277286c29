import { withdraw } from "./course";
import { freed } from "./tasks";
import {
  AGAIN_DAYS,
  isIn,
  isOver,
  isSeated,
  isSince,
  type Op,
  type Person,
  shut,
  speaksFor,
  type World,
} from "./world";

/** Asking somebody who sits there to lead in one's place: one at a time, and not again for ninety days (PJ7, PT3). */
export function handOver(world: World, { who, whom }: Op): string {
  if (who !== world.owner) return shut(world, who);
  if (isOver(world)) return "project.over";
  if (world.handovers.some(({ state }) => state === "OFFERED")) return "project.handoverOpen";
  if (whom === world.owner || !isBeside(world, whom)) return "project.notInTheProject";
  if (world.lead !== null && !isIn(world, world.lead, whom)) return "project.notActiveThereThey";
  const refused = world.handovers.filter(({ to, by, state }) => to === whom && by === who && state === "REFUSED");
  if (isSince(refused.at(-1)?.closedAt, AGAIN_DAYS, world.now)) return "project.askedTooSoon";
  world.handovers.push({ to: whom, by: who, state: "OFFERED", closedAt: null });
  return "ok";
}

/** Whether they sit there; in an idea, dream it too. */
const isBeside = (world: World, who: Person) =>
  world.state === "IDEA" ? world.dreams.some((dream) => dream.who === who && dream.isIn) : isSeated(world, who);

/** Nothing changes hands until whoever is asked says yes (PT2). */
export function answerHandover(world: World, { who, isYes }: Op): string {
  const asked = world.handovers.findLast(({ to }) => to === who);
  if (!asked) return "common.notFound";
  if (asked.state !== "OFFERED") return "project.handoverClosed";
  Object.assign(asked, { state: isYes ? "ACCEPTED" : "REFUSED", closedAt: world.now });
  if (isYes) own(world, who);
  return "ok";
}

export function keep(world: World, { who }: Op): string {
  if (who !== world.owner) return shut(world, who);
  const open = world.handovers.find(({ state }) => state === "OFFERED");
  if (!open) return "project.handoverClosed";
  Object.assign(open, { state: "WITHDRAWN", closedAt: world.now });
  return "ok";
}

/** Taking on what its owner left behind: whoever answers for the association that leads it, by their own word (ADR 0030). */
export function adopt(world: World, { who }: Op): string {
  if (!speaksFor(world, world.lead, who)) return shut(world, who);
  if (isOver(world)) return "project.over";
  if (isIn(world, world.lead, world.owner)) return "project.ledBySomebody";
  withdraw(world.handovers, "OFFERED", world.now);
  world.handovers.push({ to: who, by: null, state: "ACCEPTED", closedAt: world.now });
  own(world, who);
  return "ok";
}

/** Somebody leads it from now on; whoever did and sits nowhere does nothing more in it. */
export function own(world: World, who: Person): void {
  const before = world.owner;
  world.owner = who;
  freed(world, before);
}
