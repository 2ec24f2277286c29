import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { Tx } from "@/lib/db/transaction";

export type StrandedRow = {
  readonly offerId: string;
  readonly memberId: string;
  readonly name: string;
  readonly need: string;
  readonly isSeated: boolean;
};
/** Whether somebody belongs to no other association that carries p. */
const belongsToNoOther = (associationId: string, memberId: Sql): Sql => sql`NOT EXISTS (
  SELECT 1 FROM "ProjectCarrier" c JOIN "Membership" s ON s."associationId" = c."associationId"
   WHERE c."projectId" = p."id" AND c."associationId" <> ${associationId}::uuid
     AND s."memberId" = ${memberId} AND s."state" IN ('ACTIVE', 'PAUSED'))`;

type Going = { projectId: string; associationId: string };

/**
 * The offers that end when an association no longer carries a project for members only: those of people who belong to no other
 * that does. One open to everybody goes on with everybody, for anybody may sit in it. The page tells it, the parting does it.
 */
export function listStranded(tx: Tx, { projectId, associationId }: Going): Promise<StrandedRow[]> {
  return tx.$queryRaw<StrandedRow[]>(sql`
    SELECT o."id"::text AS "offerId", o."memberId"::text, m."name", n."title" AS "need", o."state" = 'ACCEPTED' AS "isSeated"
      FROM "Project" p JOIN "Need" n ON n."projectId" = p."id" JOIN "NeedOffer" o ON o."needId" = n."id"
      JOIN "Member" m ON m."id" = o."memberId"
     WHERE p."id" = ${projectId}::uuid AND p."isMembersOnly" AND p."state" NOT IN ('COMPLETED', 'ABANDONED')
       AND o."state" IN ('WAITING', 'QUEUED', 'ACCEPTED')
       AND ${belongsToNoOther(associationId, sql`o."memberId"`)}
     ORDER BY n."position", o."offeredAt", o."id"`);
}

/** The open commitments of such people: to seats they sit in, or left too late to be let go of them (docs/adr/0014). */
export function listStrandedCommitments(tx: Tx, { projectId, associationId }: Going) {
  return tx.$queryRaw<{ id: string; memberId: string }[]>(sql`
    SELECT k."id"::text, k."memberId"::text FROM "Project" p JOIN "Commitment" k ON k."projectId" = p."id"
     WHERE p."id" = ${projectId}::uuid AND p."isMembersOnly" AND p."state" NOT IN ('COMPLETED', 'ABANDONED')
       AND k."state" = 'OPEN' AND k."memberId" IS NOT NULL AND ${belongsToNoOther(associationId, sql`k."memberId"`)}
     ORDER BY k."createdAt", k."id"`);
}
