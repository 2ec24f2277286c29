import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { countMembers } from "../facts";
import { BUNDLES } from "../role/rules";
import { ROLES } from "../role/types";

const ADMITTERS = ROLES.filter((role) => BUNDLES[role].includes("ADMIT"));

/** How many members answer for ADMIT now. The caller holds the association's lock. */
export function countAdmitters(tx: Tx, associationId: string): Promise<number> {
  const holds = { some: { state: "HELD", role: { in: ADMITTERS } } } as const;
  return tx.membership.count({ where: { associationId, state: "ACTIVE", roles: holds } });
}

/** What `canSetEntry` asks. The caller holds the association's lock. */
export async function readEntrySetting(tx: Tx, associationId: string) {
  const { decidersRequired } = await tx.association.findUniqueOrThrow({
    where: { id: associationId },
    select: { decidersRequired: true },
  });
  return {
    decidersNow: decidersRequired,
    memberCount: await countMembers(tx, associationId),
    admitterCount: await countAdmitters(tx, associationId),
  };
}
