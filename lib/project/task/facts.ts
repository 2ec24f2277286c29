import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { readWorksIn } from "../work/facts";
import type { TaskFacts } from "./rules";

type Where = { projectId: string; taskId: string };
export type TaskRow = TaskFacts & { readonly id: string; readonly due: string | null };

/** A task of this project as the rules ask about it; null when there is none. The caller holds the project's lock. */
export async function readTask(tx: Tx, { projectId, taskId }: Where): Promise<TaskRow | null> {
  const row = await tx.task.findUnique({
    where: { id: taskId, projectId },
    select: { id: true, state: true, ownerId: true, dueOn: true },
  });
  if (!row) return null;
  const isThere = row.ownerId !== null && (await readWorksIn(tx, { projectId, memberId: row.ownerId }));
  const { dueOn, ...task } = row;
  return { ...task, ownerId: isThere ? row.ownerId : null, due: dueOn?.toISOString().slice(0, 10) ?? null };
}

type Asking = Where & { askerId: string; toId: string };

/** What asking somebody to take a task on depends on, besides the task. */
export async function readAskFacts(tx: Tx, { projectId, taskId, askerId, toId }: Asking) {
  const where = { taskId, toId, askedById: askerId };
  const refused = await tx.taskAsk.findFirst({
    where: { ...where, state: "REFUSED" },
    orderBy: { closedAt: "desc" },
    select: { closedAt: true },
  });
  return {
    isParticipant: await readWorksIn(tx, { projectId, memberId: toId }),
    hasOpenAsk: (await tx.taskAsk.count({ where: { ...where, state: "ASKED" } })) > 0,
    lastRefusedAt: refused?.closedAt ?? null,
  };
}

/** An ask about a task of this project; null when there is none. */
export async function readAsk(tx: Tx, { projectId, askId }: { projectId: string; askId: string }) {
  return tx.taskAsk.findUnique({
    where: { id: askId, task: { projectId } },
    select: { id: true, taskId: true, toId: true, askedById: true, state: true },
  });
}

/** Whether a thing to hand over is one of this project's. */
export async function readHasDeliverable(tx: Tx, projectId: string, deliverableId: string | null): Promise<boolean> {
  return deliverableId === null || (await tx.deliverable.count({ where: { id: deliverableId, projectId } })) > 0;
}

/** An ask with its task as it stands. */
export async function readAskWithTask(tx: Tx, { projectId, askId }: { projectId: string; askId: string }) {
  const ask = await readAsk(tx, { projectId, askId });
  const task = ask && (await readTask(tx, { projectId, taskId: ask.taskId }));
  return task && { ask, task };
}
