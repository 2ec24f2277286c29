import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { lockApplication } from "../application/facts";
import { countVouches } from "../vouch/facts";

/** Takes the association's lock, then reads what a decision is taken on. Null without such an application. */
export async function readDecision(tx: Tx, applicationId: string) {
  const locked = await lockApplication(tx, applicationId);
  if (!locked) return null;
  const row = await tx.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: {
      decidersRequired: true,
      charter: { select: { clauses: { select: { id: true } } } },
      decisions: { select: { deciderId: true, outcome: true } },
    },
  });
  const { decidersRequired, charter, decisions } = row;
  return {
    ...locked,
    vouchCount: await countVouches(tx, applicationId, locked.associationId),
    decidersRequired,
    clauseIds: charter.clauses.map(({ id }) => id),
    deciderIds: decisions.map(({ deciderId }) => deciderId),
    admissions: decisions.filter(({ outcome }) => outcome === "ADMIT").length,
  };
}
