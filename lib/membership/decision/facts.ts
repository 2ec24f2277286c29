import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { lockApplication } from "../application/facts";

/** Takes the association's lock, then reads what a decision is taken on. Null without such an application. */
export async function readDecision(tx: Tx, applicationId: string) {
  if (!(await lockApplication(tx, applicationId))) return null;
  const row = await tx.application.findUnique({
    where: { id: applicationId },
    select: {
      memberId: true,
      associationId: true,
      state: true,
      answerBy: true,
      association: { select: { decidersRequired: true } },
      charter: { select: { clauses: { select: { id: true } } } },
      decisions: { select: { deciderId: true, outcome: true } },
    },
  });
  if (!row) return null;
  const { association, charter, decisions, ...application } = row;
  return {
    ...application,
    decidersRequired: association.decidersRequired,
    clauseIds: charter.clauses.map(({ id }) => id),
    deciderIds: decisions.map(({ deciderId }) => deciderId),
    admissions: decisions.filter(({ outcome }) => outcome === "ADMIT").length,
  };
}
