import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { CloseFacts } from "./rules";

export type CommitmentFacts = CloseFacts & {
  readonly projectId: string;
  readonly ownerId: string | null;
  readonly associationId: string | null;
  readonly slug: string;
  readonly project: string;
};

/** Makes other writers of the commitment's project wait. */
export async function lockProjectOfCommitment(tx: Tx, commitmentId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "Project" p JOIN "Commitment" c ON c."projectId" = p."id" WHERE c."id" = ${commitmentId}::uuid FOR NO KEY UPDATE OF p`;
}

/** What closing a commitment to a project asks; null without one of the member's own: nobody learns of another's (rule A2). */
export async function readCommitment(tx: Tx, id: string, memberId: string): Promise<CommitmentFacts | null> {
  const row = await tx.commitment.findUnique({
    where: { id, memberId },
    select: {
      state: true,
      project: { select: { id: true, slug: true, title: true, ownerId: true, associationId: true } },
    },
  });
  if (!row?.project) return null;
  const { id: projectId, title, ...project } = row.project;
  const confirmedContributions = await tx.contribution.count({
    where: { projectId, memberId, state: "CONFIRMED", reversal: null },
  });
  return { ...project, projectId, project: title, isSubject: true, state: row.state, confirmedContributions };
}
