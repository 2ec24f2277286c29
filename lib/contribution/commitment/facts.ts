import "server-only";
import { sql } from "@/lib/db/sql";
import type { Tx } from "@/lib/db/transaction";
import { type CloseFacts, MISSED_AFTER_DAYS } from "./rules";

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

/**
 * Ids of the open commitments whose fourteen days are over, each locked, after the projects and associations they belong to: in
 * the order everybody else takes these locks.
 */
export async function lockOverdue(tx: Tx, today: string): Promise<string[]> {
  const overdue = sql`
    SELECT c."id", c."projectId", c."associationId" FROM "Commitment" c
     WHERE c."state" = 'OPEN' AND COALESCE(c."dueOn", (SELECT max(d."dueOn") FROM "Deliverable" d WHERE d."projectId" = c."projectId"))
           < ${today}::date - ${MISSED_AFTER_DAYS}::int`;
  await tx.$executeRaw`
    SELECT 1 FROM "Association" WHERE "id" IN (SELECT o."associationId" FROM (${overdue}) o) ORDER BY "id" FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    SELECT 1 FROM "Project" WHERE "id" IN (SELECT o."projectId" FROM (${overdue}) o) ORDER BY "id" FOR NO KEY UPDATE`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT k."id"::text FROM "Commitment" k WHERE k."id" IN (SELECT o."id" FROM (${overdue}) o) ORDER BY k."id" FOR NO KEY UPDATE`;
  return rows.map(({ id }) => id);
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
