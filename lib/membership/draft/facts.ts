import "server-only";
import type { CharterContent } from "@/lib/association/types";
import type { Tx } from "@/lib/db/transaction";

/** The draft of an association; null when nobody writes one. The caller holds the lock when what it decides depends on it. */
export async function readDraft(tx: Tx, associationId: string) {
  const row = await tx.charterDraft.findUnique({
    where: { associationId },
    select: { baseId: true, revision: true, content: true, editedAt: true, editedBy: { select: { name: true } } },
  });
  return row && { ...row, content: row.content as unknown as CharterContent };
}

/** What a person keeps aside; null when there is nothing. */
export async function readAside(tx: Tx, { associationId, memberId }: { associationId: string; memberId: string }) {
  const row = await tx.charterDraftCopy.findUnique({
    where: { associationId_memberId: { associationId, memberId } },
    select: { content: true, savedAt: true },
  });
  return row && { savedAt: row.savedAt, content: row.content as unknown as CharterContent };
}
