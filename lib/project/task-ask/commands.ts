import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/transaction";
import { recordInProject } from "../commands";
import { closeAsks, type Worked } from "../task/commands";
import { readAsk, readAskFacts, readAskWithTask, readTask } from "../task/facts";
import { type AnswerRefusal, type AskRefusal, canAnswerTask, canAskForTask } from "../task/rules";
import type { AnswerTaskInput, AskForTaskInput, TaskAskRefInput } from "../task/schema";
import { atWork, type Standing } from "../work/commands";
import type { WorkRefusal } from "../work/rules";

/** Asks somebody who takes part to take a task on. Nothing changes until they accept (rule PT2). By anybody who takes part. */
export async function askForTask(
  actor: Actor,
  { slug, taskId, memberId: toId }: AskForTaskInput,
  now = new Date(),
): Promise<Result<Worked, AskRefusal | WorkRefusal | Standing>> {
  return atWork<Worked, AskRefusal | Standing>(actor, { slug, now }, async (tx, { project }) => {
    const task = await readTask(tx, { projectId: project.id, taskId });
    if (!task) return refuse("common.notFound");
    const asking = { projectId: project.id, taskId, askerId: actor.memberId, toId };
    const verdict = canAskForTask({ ...task, ...asking, ...(await readAskFacts(tx, asking)), now });
    if (!verdict.ok) return verdict;
    const { id } = await tx.taskAsk.create({
      data: { taskId, toId, askedById: actor.memberId, askedAt: now },
      select: { id: true },
    });
    await recordInProject(tx, { kind: "project.taskAsked", actor, project, memberId: toId, subjectId: id, now });
    return ok({ slug, taskId });
  });
}

/**
 * Takes on what one is asked to, or says «non ora»: read by whoever asked alone, told to nobody, open in pause too (rules PT2,
 * PT3, NT6). By whoever is asked.
 */
export async function answerTask(
  actor: Actor,
  { slug, askId, answer }: AnswerTaskInput,
  now = new Date(),
): Promise<Result<Worked, AnswerRefusal | WorkRefusal | Standing>> {
  const asking = { slug, now, isSteppingBack: true };
  return atWork<Worked, AnswerRefusal | WorkRefusal | Standing>(actor, asking, async (tx, { project, facts }) => {
    const found = await readAskWithTask(tx, { projectId: project.id, askId });
    if (found?.ask.toId !== actor.memberId) return refuse("common.notFound");
    const { taskId, askedById, state } = found.ask;
    const verdict = canAnswerTask({ ...found.task, askedById, isOpen: state === "ASKED", work: facts }, answer);
    if (!verdict.ok) return verdict;

    await closeAsk(tx, askId, { state: answer, now });
    const told = { actor, project, memberId: askedById, subjectId: taskId, now };
    if (answer === "REFUSED") await recordInProject(tx, { kind: "project.taskRefused", ...told });
    else await handTo(tx, told);
    return ok({ slug, taskId });
  });
}

/** The task is theirs from now on, by their own word; nobody else is asked any more. */
async function handTo(tx: Tx, told: Omit<Parameters<typeof recordInProject>[1], "kind">): Promise<void> {
  const { subjectId: id, actor, now } = told;
  await closeAsks(tx, id, now);
  await tx.task.update({ where: { id }, data: { ownerId: actor.memberId }, select: { id: true } });
  await recordInProject(tx, { kind: "project.taskTaken", ...told });
}

/** Takes a question back. By whoever asked. */
export async function withdrawTaskAsk(
  actor: Actor,
  { slug, askId }: TaskAskRefInput,
  now = new Date(),
): Promise<Result<Worked, "work.askClosed" | WorkRefusal | Standing>> {
  const asking = { slug, now, isSteppingBack: true };
  return atWork<Worked, "work.askClosed" | Standing>(actor, asking, async (tx, { project }) => {
    const ask = await readAsk(tx, { projectId: project.id, askId });
    if (!ask || ask.askedById !== actor.memberId) return refuse("common.notFound");
    if (ask.state === "WITHDRAWN") return ok({ slug, taskId: ask.taskId });
    if (ask.state !== "ASKED") return refuse("work.askClosed");
    await closeAsk(tx, askId, { state: "WITHDRAWN", now });
    return ok({ slug, taskId: ask.taskId });
  });
}

type Closing = { state: "ACCEPTED" | "REFUSED" | "WITHDRAWN"; now: Date };

async function closeAsk(tx: Tx, id: string, { state, now }: Closing): Promise<void> {
  await tx.taskAsk.update({ where: { id, state: "ASKED" }, data: { state, closedAt: now }, select: { id: true } });
}
