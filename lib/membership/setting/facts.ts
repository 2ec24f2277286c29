import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { countMembers } from "../facts";
import { answersFor } from "../role/facts";

/** How many members answer for ADMIT now. The caller holds the association's lock. */
export async function countAdmitters(tx: Tx, associationId: string, now: Date): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Membership" m
     WHERE m."associationId" = ${associationId}::uuid AND m."state" = 'ACTIVE' AND EXISTS (
       SELECT 1 FROM "RoleGrant" g WHERE g."membershipId" = m."id" AND g."state" = 'HELD' AND ${answersFor("ADMIT", now)})`;
  return row?.count ?? 0;
}

/** What `canSetEntry` asks. The caller holds the association's lock. */
export async function readEntrySetting(tx: Tx, associationId: string, now: Date) {
  const { decidersRequired } = await tx.association.findUniqueOrThrow({
    where: { id: associationId },
    select: { decidersRequired: true },
  });
  return {
    decidersNow: decidersRequired,
    memberCount: await countMembers(tx, associationId),
    admitterCount: await countAdmitters(tx, associationId, now),
  };
}
