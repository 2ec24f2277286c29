import "server-only";
import { lockAssociation, type Tx } from "@/lib/db/transaction";
import { FIXED_NAMES } from "./rules";

/** Names of the roles an association has, but for one. The caller holds its lock. */
export async function readOtherNames(tx: Tx, associationId: string, but?: string): Promise<string[]> {
  const where = { associationId, retiredAt: null, ...(but && { id: { not: but } }) };
  const rows = await tx.ownRole.findMany({ where, select: { name: true } });
  return [...FIXED_NAMES, ...rows.map(({ name }) => name)];
}

/** Takes the lock of the association a role is of, then reads the role and who holds or is offered it. Null without one. */
export async function lockOwnRole(tx: Tx, id: string) {
  const found = await tx.ownRole.findUnique({ where: { id }, select: { association: { select: { slug: true } } } });
  const slug = found?.association.slug;
  const associationId = slug && (await lockAssociation(tx, slug));
  if (!slug || !associationId) return null;
  const role = await tx.ownRole.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ name: true, duty: true, responsibilities: true, version: true, retiredAt: true },
      grants: {
        where: { state: { in: ["OFFERED", "HELD"] } },
        select: { membership: { select: { memberId: true } } },
      },
    },
  });
  const { grants, ...rest } = role;
  return { ...rest, associationId, slug, holders: grants.map(({ membership }) => membership.memberId) };
}
