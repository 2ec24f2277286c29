import { stopped, withdraw } from "./course";
import type { Task } from "./rows";
import { AGAIN_DAYS, isInside, isSince, newest, type Op, type Person, takesPart, type World } from "./world";

const isDone = ({ state }: Task) => state === "DONE" || state === "DROPPED";

/** The work is there for those who take part, and goes on unless the project has stopped; stepping back always (ADR 0034, PT2). */
function atWork(world: World, who: Person, isSteppingBack = false): string | null {
  if (!isInside(world, who)) return "common.notFound";
  return isSteppingBack ? null : stopped(world);
}

export function addTask(world: World, { who, isYes }: Op): string {
  const barred = atWork(world, who);
  if (barred) return barred;
  const task: Task = { owner: null, state: "TODO" };
  world.tasks.push(task);
  if (isYes) takeOn(world, task, who);
  return "ok";
}

/** One's own word, and the end of every question about it (PT2). */
function takeOn(world: World, task: Task, who: Person): void {
  closeAsks(world, task);
  world.taskAsks.push({ task, to: who, by: who, state: "ACCEPTED", closedAt: world.now });
  task.owner = who;
}

const closeAsks = ({ taskAsks, now }: World, task: Task) =>
  withdraw(
    taskAsks.filter((ask) => ask.task === task),
    "ASKED",
    now,
  );

/** Whose a task is: of what is done, its doer's while they take part. */
const ownerOf = (world: World, { owner }: Task) => (owner !== null && isInside(world, owner) ? owner : null);

export function takeTask(world: World, { who, nth }: Op): string {
  const barred = atWork(world, who);
  const task = newest(world.tasks, nth);
  if (barred || !task) return barred ?? "common.notFound";
  if (task.owner === who && !isDone(task)) return "ok";
  if (isDone(task)) return "work.taskClosed";
  if (task.owner !== null) return "work.taskTaken";
  takeOn(world, task, who);
  return "ok";
}

/** Moving it on or back: by its owner, by anybody while it is nobody's. */
export function moveTask(world: World, { who, nth, column }: Op): string {
  const barred = atWork(world, who);
  const task = newest(world.tasks, nth);
  if (barred || !task) return barred ?? "common.notFound";
  const owner = ownerOf(world, task);
  if (owner !== null && owner !== who) return "work.othersTask";
  if (task.state === column) return "ok";
  task.state = column;
  if (isDone(task)) closeAsks(world, task);
  else task.owner = owner;
  return "ok";
}

export function giveBack(world: World, { who, nth }: Op): string {
  const barred = atWork(world, who, true);
  const task = newest(world.tasks, nth);
  if (barred || !task) return barred ?? "common.notFound";
  const owner = ownerOf(world, task);
  if (owner === null) return "ok";
  if (owner !== who) return "work.othersTask";
  if (isDone(task)) return "work.taskClosed";
  Object.assign(task, { owner: null, state: "TODO" });
  const mine = world.taskAsks.filter((ask) => ask.task === task && ask.by === who);
  withdraw(mine, "ASKED", world.now);
  return "ok";
}

/** Asking somebody who takes part: what is nobody's or one's own, not again for ninety days after a «non ora» (PT3). */
export function askForTask(world: World, { who, whom, nth }: Op): string {
  const barred = atWork(world, who);
  const task = newest(world.tasks, nth);
  if (barred || !task) return barred ?? "common.notFound";
  const owner = ownerOf(world, task);
  if (isDone(task)) return "work.taskClosed";
  if (owner !== null && owner !== who) return "work.taskTaken";
  if (whom === who) return "work.askYourself";
  if (!isInside(world, whom)) return "work.notInProject";
  const same = world.taskAsks.filter((ask) => ask.task === task && ask.to === whom && ask.by === who);
  if (same.some(({ state }) => state === "ASKED")) return "work.askOpen";
  const refused = same.findLast(({ state }) => state === "REFUSED");
  if (isSince(refused?.closedAt, AGAIN_DAYS, world.now)) return "work.askedTooSoon";
  world.taskAsks.push({ task, to: whom, by: who, state: "ASKED", closedAt: null });
  return "ok";
}

/** The first yes takes it; a «non ora» is there while the question stands. */
export function answerTask(world: World, { who, nth, isYes }: Op): string {
  const barred = atWork(world, who, true);
  const ask = newest(world.taskAsks, nth);
  if (barred || ask?.to !== who) return "common.notFound";
  if (ask.state !== "ASKED") return "work.askClosed";
  if (!isYes) {
    Object.assign(ask, { state: "REFUSED", closedAt: world.now });
    return "ok";
  }
  const stop = stopped(world);
  if (stop) return stop;
  const owner = ownerOf(world, ask.task);
  if (owner !== null && owner !== ask.by) return "work.taskTaken";
  Object.assign(ask, { state: "ACCEPTED", closedAt: world.now });
  closeAsks(world, ask.task);
  ask.task.owner = who;
  return "ok";
}

export function withdrawTaskAsk(world: World, { who, nth }: Op): string {
  const barred = atWork(world, who, true);
  const ask = newest(world.taskAsks, nth);
  if (barred || ask?.by !== who) return "common.notFound";
  if (ask.state === "WITHDRAWN") return "ok";
  if (ask.state !== "ASKED") return "work.askClosed";
  withdraw([ask], "ASKED", world.now);
  return "ok";
}

/** Whoever takes part no more has nothing left to do, asks nobody and is asked nothing; what they did stays theirs (M8). */
export function freed(world: World, who: Person): void {
  if (!takesPart(world, who)) letGoOf(world, who);
}

export function letGoOf(world: World, who: Person): void {
  for (const task of world.tasks)
    if (task.owner === who && !isDone(task)) Object.assign(task, { owner: null, state: "TODO" });
  const theirs = world.taskAsks.filter(({ to, by }) => to === who || by === who);
  withdraw(theirs, "ASKED", world.now);
}
