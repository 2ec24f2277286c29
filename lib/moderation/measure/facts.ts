import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { HELD_ROLE } from "@/lib/membership/role/facts";
import { bundleOf } from "@/lib/membership/role/rules";

type Author = { readonly associationId: string; readonly authorId: string | null };

/** The roles the author holds there, in pause or not: what a pause may be of. */
export async function listRolesOf(tx: Tx, { associationId, authorId }: Author) {
  if (!authorId) return [];
  const rows = await tx.roleGrant.findMany({
    where: { state: "HELD", membership: { associationId, memberId: authorId } },
    orderBy: { grantedAt: "asc" },
    select: { id: true, ...HELD_ROLE, ownRole: { select: { name: true, responsibilities: true } } },
  });
  return rows.map((row) => ({
    ...{ id: row.id, role: row.role, own: row.ownRole?.name ?? null },
    bundle: bundleOf(row),
  }));
}
