import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { countMembers, readStanding } from "../facts";
import { heldAt } from "../role/facts";

/** How many answer for ADMIT now: roles sleep while their holder's word is missing. The caller holds the association's lock. */
export async function countAdmitters(tx: Tx, associationId: string, now: Date): Promise<number> {
  const member = { account: { suspendedAt: null } };
  const holders = await tx.membership.findMany({
    where: { associationId, state: "ACTIVE", member, roles: { some: heldAt(now) } },
    select: { memberId: true },
  });
  let count = 0;
  for (const { memberId } of holders) {
    const standing = await readStanding(tx, { memberId, associationId, now });
    if (standing?.responsibilities.includes("ADMIT")) count += 1;
  }
  return count;
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
