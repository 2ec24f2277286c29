import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { NewActivity } from "./types";

/**
 * Records what happened, in the transaction in which it happens, and wakes the job that tells those concerned.
 * Returns the id of the activity.
 */
export async function recordActivity(tx: Tx, activity: NewActivity): Promise<string> {
  const { memberId = null, associationId = null, projectId = null, data = {}, ...rest } = activity;
  const { id } = await tx.activity.create({
    data: { ...rest, memberId, associationId, projectId, data },
    select: { id: true },
  });
  await enqueue(tx, "notify", { activityId: id });
  return id;
}

/** Adds a job that runs once the transaction commits. Nothing happens before the worker has ever run. */
export async function enqueue(tx: Tx, task: string, payload: Readonly<Record<string, string>>): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json)`;
}
