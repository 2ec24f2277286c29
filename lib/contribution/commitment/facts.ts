import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
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

/** Where a commitment belongs: an association, or a project. */
export type Home = { readonly associationId: string | null; readonly projectId: string | null };

/** The day a moment falls on in Italy. */
const dayAt = (moment: Sql) => sql`(${moment} AT TIME ZONE 'Europe/Rome')::date`;

/**
 * The open commitments whose fourteen days are over, since their day or since their project went on after a suspension; a day before they
 * were taken on is none. While a project is suspended nobody can keep one; while a measure hides it, nobody misses one they cannot see (rule MO4).
 */
const overdue = (today: string) => sql`
  SELECT c."id", c."projectId", c."associationId" FROM "Commitment" c LEFT JOIN "Project" p ON p."id" = c."projectId"
   WHERE c."state" = 'OPEN' AND p."isWithheld" IS NOT TRUE AND p."state" IS DISTINCT FROM 'SUSPENDED'
     AND COALESCE(c."dueOn", (SELECT max(d."dueOn") FROM "Deliverable" d WHERE d."projectId" = c."projectId"))
         BETWEEN ${dayAt(sql`c."createdAt"`)} AND ${today}::date - ${MISSED_AFTER_DAYS}::int - 1
     AND NOT EXISTS (SELECT 1 FROM "ProjectTransition" t WHERE t."projectId" = c."projectId" AND t."from" = 'SUSPENDED' AND t."to" = 'ACTIVE'
                        AND ${dayAt(sql`t."at"`)} >= ${today}::date - ${MISSED_AFTER_DAYS}::int)`;

/** Associations and projects with such a commitment. */
export function listOverdueHomes(tx: Pick<Tx, "$queryRaw">, today: string): Promise<Home[]> {
  return tx.$queryRaw<Home[]>`
    SELECT DISTINCT o."associationId"::text, o."projectId"::text FROM (${overdue(today)}) o ORDER BY 1, 2`;
}

/** Ids of such commitments of one home, each locked, after the home: in the order everybody else takes these locks. */
export async function lockOverdue(tx: Tx, { associationId, projectId }: Home, today: string): Promise<string[]> {
  await tx.$executeRaw`SELECT 1 FROM "Association" WHERE "id" = ${associationId}::uuid FOR NO KEY UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM "Project" WHERE "id" = ${projectId}::uuid FOR NO KEY UPDATE`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT k."id"::text FROM "Commitment" k WHERE k."id" IN (
      SELECT o."id" FROM (${overdue(today)}) o WHERE o."associationId" IS NOT DISTINCT FROM ${associationId}::uuid
         AND o."projectId" IS NOT DISTINCT FROM ${projectId}::uuid) ORDER BY k."id" FOR NO KEY UPDATE`;
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
