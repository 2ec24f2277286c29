import "server-only";
import { lockAssociation, type Tx } from "@/lib/db/transaction";
import type { OfferFacts } from "./rules";
import type { Role } from "./types";

type Key = { associationId: string; grantorId: string; handle: string; role: Role };

/** The person a role is meant for, as `canOffer` asks about them. Null when no member here bears that handle. The caller holds the lock. */
export async function readHolder(tx: Tx, { associationId, grantorId, handle, role }: Key) {
  const row = await tx.membership.findFirst({
    where: { associationId, member: { handle } },
    select: {
      id: true,
      memberId: true,
      state: true,
      roles: {
        where: { role },
        orderBy: { grantedAt: "desc" },
        select: { state: true, grantedById: true, endedAt: true },
      },
      pledges: { orderBy: [{ acceptedAt: "desc" }, { id: "desc" }], take: 1, select: { isListening: true } },
    },
  });
  if (!row) return null;
  const refused = row.roles.find(({ state, grantedById }) => state === "REFUSED" && grantedById === grantorId);
  const holder: OfferFacts["holder"] = {
    memberId: row.memberId,
    state: row.state,
    isListening: row.pledges[0]?.isListening ?? false,
    isCurrent: row.roles.some(({ state }) => state === "OFFERED" || state === "HELD"),
    lastRefusedAt: refused?.endedAt ?? null,
  };
  return { membershipId: row.id, holder };
}

/** Takes the lock of the association a role is in, then reads the grant. Null without one. */
export async function lockRole(tx: Tx, roleGrantId: string) {
  const where = { id: roleGrantId };
  const found = await tx.roleGrant.findUnique({
    where,
    select: { membership: { select: { association: { select: { slug: true } } } } },
  });
  if (!found || !(await lockAssociation(tx, found.membership.association.slug))) return null;
  const row = await tx.roleGrant.findUniqueOrThrow({
    where,
    select: {
      role: true,
      state: true,
      grantedById: true,
      membership: { select: { memberId: true, associationId: true } },
    },
  });
  return { ...row, associationSlug: found.membership.association.slug };
}

/** How many others answer for CUSTODY in an association now: those in pause do not. The caller holds its lock. */
export function countOtherCustodians(tx: Tx, associationId: string, memberId: string): Promise<number> {
  const membership = { associationId, state: "ACTIVE" as const, memberId: { not: memberId } };
  return tx.roleGrant.count({ where: { role: "STEWARD", state: "HELD", membership } });
}

/** Whether somebody is the only one who answers for CUSTODY in an association now (rule R3). The caller holds its lock. */
export async function answersAlone(tx: Tx, associationId: string, memberId: string): Promise<boolean> {
  const membership = { associationId, memberId, state: "ACTIVE" as const };
  const held = await tx.roleGrant.count({ where: { role: "STEWARD", state: "HELD", membership } });
  return held > 0 && (await countOtherCustodians(tx, associationId, memberId)) === 0;
}
