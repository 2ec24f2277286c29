import "server-only";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";

export type NewMail = {
  /** @pii */
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly locale: string;
  /** One mail a reason: a second one with the same key is not written. */
  readonly uniqueKey?: string | null;
};

/** Name of the job that sends, and of the queue in which only one of them runs at a time. */
export const SEND_MAIL = "sendMail";

/** Puts a mail in the outbox, in the transaction that calls for it, and wakes the job that sends once it commits. */
export async function queueMail(tx: Tx, { uniqueKey = null, ...mail }: NewMail): Promise<void> {
  await tx.outboxMail.createMany({ data: { ...mail, uniqueKey }, skipDuplicates: true });
  await tx.$executeRaw`SELECT graphile_worker.add_job(${SEND_MAIL}, '{}'::json, ${SEND_MAIL})`;
}

/** Attempts before a mail is given up. */
export const ATTEMPTS_MAX = 8;
const BACKOFF_MINUTES = [1, 5, 15, 60, 180, 360, 720] as const;

export type TakenMail = Omit<NewMail, "uniqueKey"> & { readonly id: string; readonly attempts: number };

/**
 * Takes the mail that has waited longest, already put off to its next attempt: whoever comes at the same moment takes
 * another one, and one that was taken by a process that ended is tried again. Null when nothing is due.
 */
export async function takeDueMail(now = new Date()): Promise<TakenMail | null> {
  const rows = await db.$queryRaw<TakenMail[]>`
    UPDATE "OutboxMail" SET "attempts" = "attempts" + 1,
           "dueAt" = ${now}::timestamptz + make_interval(mins => (${[...BACKOFF_MINUTES]}::int[])[least("attempts" + 1, 7)])
     WHERE "id" = (SELECT "id" FROM "OutboxMail" WHERE "state" = 'QUEUED' AND "dueAt" <= ${now}
                    ORDER BY "dueAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "id"::text, "recipient", "subject", "text", "locale", "attempts"`;
  return rows[0] ?? null;
}

export async function markSent(id: string, now = new Date()): Promise<void> {
  await db.outboxMail.updateMany({
    where: { id, state: "QUEUED" },
    data: { state: "SENT", sentAt: now, lastError: null },
  });
}

/** Keeps why it did not leave; the last attempt gives up. Returns whether it did. */
export async function markFailed({ id, attempts }: TakenMail, reason: string): Promise<boolean> {
  const isLast = attempts >= ATTEMPTS_MAX;
  const data = { lastError: reason.slice(0, 500), ...(isLast && { state: "FAILED" as const }) };
  await db.outboxMail.updateMany({ where: { id, state: "QUEUED" }, data });
  return isLast;
}

const KEPT_DAYS = 30;

/** Removes what left or was given up a month ago: it holds addresses, and sign-in links long dead. Run by a job. */
export async function sweepMail(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  return (await db.outboxMail.deleteMany({ where: { state: { not: "QUEUED" }, createdAt: { lt: before } } })).count;
}
