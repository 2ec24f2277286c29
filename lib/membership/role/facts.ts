import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import { lockAssociation, type Tx } from "@/lib/db/transaction";
import { BUNDLES, type OfferFacts, sharedAmong } from "./rules";
import { type Responsibility, ROLES, type Role } from "./types";

/** What is read of a grant to know what it answers for. */
export const HELD_ROLE = { role: true, accepted: true, ownRole: { select: { responsibilities: true } } } as const;

/** The grants that count at an instant: held, and in no pause by a measure (rule MO4). */
export const heldAt = (now: Date) => ({
  state: "HELD" as const,
  OR: [{ pausedUntil: null }, { pausedUntil: { lte: now } }],
});

/** Whether a grant «g» that is held answers for something now: by its fixed role, or by an own one as accepted (rules R1, PT2, MO4). */
export function answersFor(responsibility: Responsibility, now: Date): Sql {
  const fixed = ROLES.filter((role) => BUNDLES[role].includes(responsibility));
  return sql`((g."pausedUntil" IS NULL OR g."pausedUntil" <= ${now}::timestamptz)
    AND (g."role"::text = ANY(${fixed}) OR ${responsibility} = ANY(g."accepted") AND EXISTS (
      SELECT 1 FROM "OwnRole" w WHERE w."id" = g."ownRoleId" AND ${responsibility} = ANY(w."responsibilities"))))`;
}

/** A role as it is offered: which, what it answers for, what is written down of it. */
export type AskedRole = {
  readonly name: string;
  readonly bundle: readonly Responsibility[];
  readonly which: { role: Role } | { ownRoleId: string; accepted: string[]; roleVersion: number };
  readonly isByTrust: boolean;
};

/** One of the two every association has, or one of this association's own by its id; null for anything else. */
export async function readAsked(tx: Tx, associationId: string, asked: string): Promise<AskedRole | null> {
  const fixed = ROLES.find((role) => role === asked);
  if (fixed) return { name: fixed, bundle: BUNDLES[fixed], which: { role: fixed }, isByTrust: false };
  const own = await tx.ownRole.findFirst({ where: { id: asked, associationId, retiredAt: null } });
  if (!own) return null;
  const bundle = sharedAmong(own.responsibilities);
  const which = { ownRoleId: own.id, accepted: [...bundle], roleVersion: own.version };
  return { name: own.name, bundle, which, isByTrust: own.isByTrust };
}

type Key = { associationId: string; grantorId: string; memberId: string; which: AskedRole["which"] };

/** The person a role is meant for, as `canOffer` asks about them. Null when they never belonged here. The caller holds the lock. */
export async function readHolder(tx: Tx, { associationId, grantorId, memberId, which }: Key) {
  const row = await tx.membership.findUnique({
    where: { associationId_memberId: { associationId, memberId } },
    select: {
      id: true,
      state: true,
      roles: {
        where: "role" in which ? { role: which.role } : { ownRoleId: which.ownRoleId },
        orderBy: { grantedAt: "desc" },
        select: { state: true, grantedById: true, endedAt: true },
      },
      pledges: { orderBy: [{ acceptedAt: "desc" }, { id: "desc" }], take: 1, select: { isListening: true } },
    },
  });
  if (!row) return null;
  const refused = row.roles.find(({ state, grantedById }) => state === "REFUSED" && grantedById === grantorId);
  const holder: OfferFacts["holder"] = {
    memberId,
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
      ...HELD_ROLE,
      ownRole: { select: { name: true, responsibilities: true, version: true } },
      state: true,
      roleVersion: true,
      trustNeeded: true,
      membershipId: true,
      grantedById: true,
      membership: { select: { memberId: true, associationId: true } },
    },
  });
  return { ...row, associationSlug: found.membership.association.slug };
}

export type Custodian = { readonly associationId: string; readonly memberId: string; readonly now: Date };

/**
 * How many others answer for CUSTODY in an association now: those in pause, suspended, or whose role a measure put in pause, do
 * not. The caller holds its lock.
 */
export function countOtherCustodians(tx: Tx, { associationId, memberId, now }: Custodian): Promise<number> {
  const member = { account: { suspendedAt: null } };
  const membership = { associationId, state: "ACTIVE" as const, memberId: { not: memberId }, member };
  return tx.roleGrant.count({ where: { role: "STEWARD", ...heldAt(now), membership } });
}

/** Whether somebody is the only one who answers for CUSTODY in an association now (rule R3). The caller holds its lock. */
export async function answersAlone(tx: Tx, custodian: Custodian): Promise<boolean> {
  const { associationId, memberId, now } = custodian;
  const membership = { associationId, memberId, state: "ACTIVE" as const };
  const held = await tx.roleGrant.count({ where: { role: "STEWARD", ...heldAt(now), membership } });
  return held > 0 && (await countOtherCustodians(tx, custodian)) === 0;
}
