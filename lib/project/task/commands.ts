import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { dateOf, dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/transaction";
import { recordInProject } from "../commands";
import type { ProjectFacts } from "../facts";
import { atWork, type Standing } from "../work/commands";
import type { WorkRefusal } from "../work/rules";
import { readHasDeliverable, readTask, type TaskRow } from "./facts";
import { canAddTask, canBeDue, canChangeTask, canGiveBack, canTakeTask, isClosed, type TakeRefusal } from "./rules";
import type { AddTaskInput, EditTaskInput, MoveTaskInput, TaskRefInput } from "./schema";
import type { TaskState } from "./types";

export type Worked = { slug: string; taskId: string };
type Common = WorkRefusal | Standing;
type Dated = "work.dueBefore" | "work.noSuchDeliverable";

const asDate = (day: string | null) => day && dateOf(day);

/** Writes down something to be done, for nobody yet or taken on at once by whoever writes it. By anybody who takes part. */
export async function addTask(
  actor: Actor,
  { slug, isMine, due, ...task }: AddTaskInput,
  now = new Date(),
): Promise<Result<Worked, Dated | "work.tooManyTasks" | Common>> {
  if (!canBeDue(due, { was: null, today: dayOf(now) })) return refuse("work.dueBefore", { field: "due" });
  return atWork<Worked, Dated | "work.tooManyTasks">(actor, { slug, now }, async (tx, { project }) => {
    const verdict = canAddTask(await tx.task.count({ where: { projectId: project.id } }));
    if (!verdict.ok) return verdict;
    if (!(await readHasDeliverable(tx, project.id, task.deliverableId)))
      return refuse("work.noSuchDeliverable", { field: "deliverableId" });
    const { id: taskId } = await tx.task.create({
      data: { ...task, projectId: project.id, dueOn: asDate(due), createdById: actor.memberId, createdAt: now },
      select: { id: true },
    });
    await recordInProject(tx, { kind: "project.taskAdded", actor, project, subjectId: taskId, now });
    if (isMine) await takeOn(tx, { actor, project, taskId, now });
    return ok({ slug, taskId });
  });
}

/** Changes what a task says. By its owner, or by anybody who takes part while it is nobody's (rule PT2). */
export async function editTask(
  actor: Actor,
  { slug, taskId, due, ...change }: EditTaskInput,
  now = new Date(),
): Promise<Result<Worked, Dated | "work.othersTask" | Common>> {
  return atTask<Dated | "work.othersTask">(actor, { slug, taskId, now }, async (tx, { project, task }) => {
    const verdict = canChangeTask(task, actor.memberId);
    if (!verdict.ok) return verdict;
    if (!canBeDue(due, { was: task.due, today: dayOf(now) })) return refuse("work.dueBefore", { field: "due" });
    if (!(await readHasDeliverable(tx, project.id, change.deliverableId)))
      return refuse("work.noSuchDeliverable", { field: "deliverableId" });
    await tx.task.update({ where: { id: taskId }, data: { ...change, dueOn: asDate(due) }, select: { id: true } });
    await recordInProject(tx, { kind: "project.taskEdited", actor, project, subjectId: taskId, now });
    return ok({ slug, taskId });
  });
}

/**
 * Moves a task to another column. By its owner, or by anybody who takes part while it is nobody's. Done or dropped, nobody is
 * asked for it any more; opened again, it is its owner's if they take part still. Moved to where it is, nothing changes.
 */
export async function moveTask(
  actor: Actor,
  { slug, taskId, to }: MoveTaskInput,
  now = new Date(),
): Promise<Result<Worked, "work.othersTask" | Common>> {
  return atTask<"work.othersTask">(actor, { slug, taskId, now }, async (tx, { project, task }) => {
    const verdict = canChangeTask(task, actor.memberId);
    if (!verdict.ok) return verdict;
    if (task.state === to) return ok({ slug, taskId });
    await tx.task.update({ where: { id: taskId }, data: columnsOf(task, to, now), select: { id: true } });
    if (isClosed(to)) await closeAsks(tx, taskId, now);
    await recordInProject(tx, { kind: "project.taskMoved", actor, project, subjectId: taskId, now });
    return ok({ slug, taskId });
  });
}

const columnsOf = ({ ownerId }: TaskRow, to: TaskState, now: Date) => ({
  state: to,
  doneAt: to === "DONE" ? now : null,
  ...(!isClosed(to) && { ownerId }),
});

/** Takes on a task that is nobody's. By anybody who takes part; at the same instant, by one (rule A4). */
export async function takeTask(
  actor: Actor,
  { slug, taskId }: TaskRefInput,
  now = new Date(),
): Promise<Result<Worked, TakeRefusal | Common>> {
  return atTask<TakeRefusal>(actor, { slug, taskId, now }, async (tx, { project, task }) => {
    if (task.ownerId === actor.memberId && !isClosed(task.state)) return ok({ slug, taskId });
    const verdict = canTakeTask(task);
    if (!verdict.ok) return verdict;
    await takeOn(tx, { actor, project, taskId, now });
    return ok({ slug, taskId });
  });
}

/** Gives a task back to nobody: always, and at no cost (rule PT2). By its owner. */
export async function giveTaskBack(
  actor: Actor,
  { slug, taskId }: TaskRefInput,
  now = new Date(),
): Promise<Result<Worked, "work.taskClosed" | "work.othersTask" | Common>> {
  const asking = { slug, taskId, now, isSteppingBack: true };
  return atTask<"work.taskClosed" | "work.othersTask">(actor, asking, async (tx, { project, task }) => {
    const verdict = canGiveBack(task, actor.memberId);
    if (!verdict.ok || task.ownerId === null) return verdict.ok ? ok({ slug, taskId }) : verdict;
    await tx.task.update({ where: { id: taskId }, data: { ownerId: null, state: "TODO" }, select: { id: true } });
    await tx.taskAsk.updateMany({
      where: { taskId, askedById: actor.memberId, state: "ASKED" },
      data: { state: "WITHDRAWN", closedAt: now },
    });
    await recordInProject(tx, { kind: "project.taskGivenBack", actor, project, subjectId: taskId, now });
    return ok({ slug, taskId });
  });
}

type AtTask = { slug: string; taskId: string; now: Date; isSteppingBack?: boolean };
type Found = { project: ProjectFacts; task: TaskRow };

/** The same way as all work, with a task of the project. */
function atTask<Code extends string>(
  actor: Actor,
  { taskId, ...asking }: AtTask,
  work: (tx: Tx, found: Found) => Promise<Result<Worked, Code>>,
): Promise<Result<Worked, Code | Common>> {
  return atWork<Worked, Code | Standing>(actor, asking, async (tx, { project }) => {
    const task = await readTask(tx, { projectId: project.id, taskId });
    return task ? work(tx, { project, task }) : refuse("common.notFound");
  });
}

type Taking = { actor: Actor; project: ProjectFacts; taskId: string; now: Date };

/** One's own word: an ask from oneself to oneself, accepted. Nobody else is asked any more. */
async function takeOn(tx: Tx, { actor, project, taskId, now }: Taking): Promise<void> {
  const { memberId } = actor;
  await closeAsks(tx, taskId, now);
  await tx.taskAsk.create({
    data: { taskId, toId: memberId, askedById: memberId, state: "ACCEPTED", askedAt: now, closedAt: now },
    select: { id: true },
  });
  await tx.task.update({ where: { id: taskId }, data: { ownerId: memberId }, select: { id: true } });
  await recordInProject(tx, { kind: "project.taskTaken", actor, project, subjectId: taskId, now });
}

/** Closes every open question about a task: it is somebody's, done or dropped. */
export async function closeAsks(tx: Tx, taskId: string, now: Date): Promise<void> {
  await tx.taskAsk.updateMany({ where: { taskId, state: "ASKED" }, data: { state: "WITHDRAWN", closedAt: now } });
}
