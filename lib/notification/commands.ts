import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { ok, type Result } from "@/lib/core/result";
import { inTransaction, type KeyRefusal } from "@/lib/db/transaction";
import type { ChooseMailsInput, MarkReadInput } from "./schema";
import { OPTIONAL_MAILS } from "./types";

/** Keeps which optional mails the actor wants; it holds for what is already under way too (rule NT1). */
export async function chooseMails(actor: Actor, { wanted }: ChooseMailsInput): Promise<Result<null, KeyRefusal>> {
  const { memberId } = actor;
  return inTransaction(actor, async (tx) => {
    for (const kind of OPTIONAL_MAILS) {
      const byMail = wanted.includes(kind);
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
