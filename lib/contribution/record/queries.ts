import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { recordOf } from "./rules";
import type { RecordLine, SaidDoneRecord } from "./types";

/**
 * How the commitments a member closed in twelve months ended, as far as whoever looks may know of each: those to projects they
 * may read, to associations they share or where the belonging is open, and to themselves (rule A2). Null under five (rule T1).
 * Whether the profile opens it at all its serializer says (rule PV1).
 */
export async function findRecord(viewer: Viewer, memberId: string, now = new Date()): Promise<SaidDoneRecord | null> {
  const me = viewer?.memberId ?? null;
  const isFellow = sql`EXISTS (
    SELECT 1 FROM "Membership" mine WHERE mine."associationId" = k."associationId"
       AND mine."memberId" = ${me}::uuid AND mine."state" IN ('ACTIVE', 'PAUSED'))`;
  const isCarried = sql`EXISTS (
    SELECT 1 FROM "ProjectCarrier" c JOIN "Membership" mine ON mine."associationId" = c."associationId"
     WHERE c."projectId" = p."id" AND mine."memberId" = ${me}::uuid AND mine."state" IN ('ACTIVE', 'PAUSED'))`;
  const isOpened = sql`EXISTS (
    SELECT 1 FROM "Membership" theirs WHERE theirs."associationId" = k."associationId" AND theirs."memberId" = k."memberId"
       AND theirs."isVisible" AND theirs."state" IN ('ACTIVE', 'PAUSED'))`;
  const lines = await db.$queryRaw<RecordLine[]>`
    SELECT k."id"::text, k."text", k."locale", k."state"::text, k."note",
           to_char(k."closedAt" AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD') AS "closedOn"
      FROM "Commitment" k LEFT JOIN "Project" p ON p."id" = k."projectId"
     WHERE k."memberId" = ${memberId}::uuid AND k."state" <> 'OPEN' AND k."closedAt" > ${now}::timestamptz - interval '12 months'
       AND (k."memberId" = ${me}::uuid OR k."toId" = ${me}::uuid OR (k."toId" IS NULL AND
            CASE WHEN p."id" IS NULL THEN ${isFellow} OR ${isOpened} ELSE NOT p."isWithheld" AND (NOT p."isMembersOnly" OR ${isCarried}) END))
     ORDER BY k."closedAt" DESC, k."id"`;
  return recordOf(lines);
}
