import "server-only";
import { db } from "@/lib/db/client";
import type { Actor } from "./actor";

/**
 * Somebody who is away, for a job or a feed that looks on their behalf: what they may find now, no more. It reads alone: as one whose
 * address is not proven it is refused by every command. Null for whoever is suspended, unproven or gone.
 */
export async function findAbsent(memberId: string): Promise<Actor | null> {
  const rows = await db.$queryRaw<Omit<Actor, "formKey" | "action">[]>`
    SELECT a."id"::text AS "accountId", m."id"::text AS "memberId", '' AS "sessionId", m."handle", m."name",
           m."photoId"::text AS "photoId", FALSE AS "hasVerifiedEmail", FALSE AS "isSuspended"
      FROM "Member" m JOIN "Account" a ON a."id" = m."accountId"
     WHERE m."id" = ${memberId}::uuid AND a."suspendedAt" IS NULL AND a."emailVerifiedAt" IS NOT NULL`;
  return rows[0] ? ({ ...rows[0], formKey: null, action: "" } as Actor) : null;
}
