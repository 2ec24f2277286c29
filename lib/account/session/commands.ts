import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import type { Actor } from "@/lib/auth/actor";
import { IDLE_DAYS } from "@/lib/auth/token";
import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction, type KeyRefusal } from "@/lib/db/transaction";

export type SessionRefusal = "account.sessionGone" | KeyRefusal;

/** Signs one of the actor's own browsers out. Somebody else's session and one that has ended get the same answer. */
export async function revokeSession(
  actor: Actor,
  { sessionId }: { sessionId: string },
): Promise<Result<null, SessionRefusal>> {
  return inTransaction(actor, async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, accountId: actor.accountId } });
    return count > 0 ? ok(null) : refuse("account.sessionGone");
  });
}

/** Signs every browser out, this one included. */
export async function endAllSessions(
  actor: Actor,
  _input: unknown,
  now = new Date(),
): Promise<Result<{ count: number }, KeyRefusal>> {
  return inTransaction(actor, async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { accountId: actor.accountId } });
    const activity = { kind: "account.sessionsEnded", actorId: actor.memberId, subjectId: actor.accountId } as const;
    await recordActivity(tx, { ...activity, data: { count }, at: now });
    return ok({ count });
  });
}

/** Removes sessions that nobody can use any more. Run by a job. */
export async function sweepSessions(now = new Date()): Promise<number> {
  const ended = { OR: [{ expiresAt: { lte: now } }, { lastSeenAt: { lte: addDays(now, -IDLE_DAYS) } }] };
  return (await db.session.deleteMany({ where: ended })).count;
}
