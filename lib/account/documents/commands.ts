import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { sql } from "@/lib/db/sql";
import { inTransaction, type KeyRefusal } from "@/lib/db/transaction";
import type { LegalDocument } from "../types";
import { pendingOf } from "./queries";
import { shownAs } from "./rules";

export type DocumentRefusal = "account.documentsChanged" | KeyRefusal;
type Accepted = { readonly shown: string; readonly documents: readonly LegalDocument[] };

/** Writes down that the actor accepts everything that waits for it, as it was shown (rule PV4). Twice is once. */
export async function acceptDocuments(
  actor: Actor,
  { shown, documents }: Accepted,
  now = new Date(),
): Promise<Result<null, DocumentRefusal>> {
  return inTransaction<null, DocumentRefusal>(actor, async (tx) => {
    const { accountId } = actor;
    await tx.$executeRaw`SELECT 1 FROM "Account" WHERE "id" = ${accountId}::uuid FOR NO KEY UPDATE`;
    const pending = await tx.$queryRaw<LegalDocument[]>(pendingOf(sql`${accountId}::uuid`, documents));
    if (pending.length === 0) return ok(null);
    if (shown !== shownAs(pending)) return refuse("account.documentsChanged");
    await tx.termsAcceptance.createMany({
      data: pending.map((document) => ({ ...document, accountId, acceptedAt: now })),
    });
    return ok(null);
  });
}
