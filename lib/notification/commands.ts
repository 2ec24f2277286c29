import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { ok, type Result } from "@/lib/core/result";
import { inTransaction, type KeyRefusal } from "@/lib/db/transaction";
import type { ChooseMailsInput, MarkReadInput } from "./schema";
import { OPTIONAL_MAILS } from "./types";
import { WEEKLY_HELP } from "./weekly/facts";

/** Keeps which optional mails the actor wants, and whether the weekly one; it holds for what is already under way too (rule NT1). */
export async function chooseMails(
  actor: Actor,
  { wanted, weekly }: ChooseMailsInput,
): Promise<Result<null, KeyRefusal>> {
  const { memberId } = actor;
  return inTransaction(actor, async (tx) => {
    const choices = OPTIONAL_MAILS.map((kind) => [kind, wanted.includes(kind)] as const);
    for (const [kind, byMail] of [...choices, [WEEKLY_HELP, weekly] as const]) {
      await tx.notificationPreference.upsert({
        where: { memberId_kind: { memberId, kind } },
        create: { memberId, kind, byMail },
        update: { byMail },
      });
    }
    return ok(null);
  });
}

/** Marks as read what the actor was told up to the newest one shown to them. Marks nobody else's. */
export async function markNotificationsRead(
  actor: Actor,
  { upTo }: MarkReadInput,
  now = new Date(),
): Promise<Result<null, KeyRefusal>> {
  return inTransaction(actor, async (tx) => {
    await tx.$executeRaw`
      UPDATE "Notification" SET "readAt" = ${now}::timestamptz
       WHERE "memberId" = ${actor.memberId}::uuid AND "id" <= ${upTo}::uuid AND "readAt" IS NULL`;
    return ok(null);
  });
}
