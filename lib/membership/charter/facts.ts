import "server-only";
import { readContentInForce } from "@/lib/association/facts";
import { charterHashOf } from "@/lib/association/rules";
import { dayOf } from "@/lib/core/duration";
import type { Tx } from "@/lib/db/transaction";
import { readDraft } from "../draft/facts";
import { type PublishingFacts, voteSubjectOf } from "./rules";

type Key = { associationId: string; now: Date };

/**
 * Everything `canPublish` asks, and the number the next version gets. Null before the first charter. The caller holds the
 * association's lock.
 */
export async function readPublishing(tx: Tx, { associationId, now }: Key) {
  const inForce = await readContentInForce(tx, associationId, now);
  if (!inForce) return null;
  const draft = await readDraft(tx, associationId);
  const version = inForce.version + 1;
  const facts: PublishingFacts = {
    draft: draft && { ...draft, isOnInForce: draft.baseId === inForce.id },
    inForce: inForce.content,
    today: dayOf(now),
    isByVote: inForce.content.isByVote,
    isApproved: draft !== null && (await isApproved(tx, associationId, charterHashOf(draft.content, version))),
  };
  return { facts, version };
}

/** Whether the members approved the text of this hash by a vote (rule DC6). */
async function isApproved(tx: Tx, associationId: string, hash: string): Promise<boolean> {
  const vote = {
    associationId,
    kind: "CHARTER",
    subjectId: voteSubjectOf(hash),
    state: "CLOSED",
    outcome: "APPROVED",
  } as const;
  return (await tx.decision.count({ where: vote })) > 0;
}
