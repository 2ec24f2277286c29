import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { Tx } from "@/lib/db/transaction";
import { countForTaking, trustNeededAmong } from "./rules";
import type { Trust } from "./types";

/** Whether two people did something together: took part in one project, or one confirmed a contribution of the other (rule R4). */
const shared = (one: Sql, other: Sql): Sql => sql`(
  EXISTS (SELECT 1 FROM (${projectsOf(one)}) a JOIN (${projectsOf(other)}) b ON b."id" = a."id")
  OR EXISTS (SELECT 1 FROM "Contribution" k WHERE k."state" = 'CONFIRMED'
              AND NOT EXISTS (SELECT 1 FROM "ContributionReversal" v WHERE v."contributionId" = k."id")
              AND ((k."memberId" = ${one} AND k."confirmedById" = ${other}) OR (k."memberId" = ${other} AND k."confirmedById" = ${one}))))`;

const projectsOf = (who: Sql): Sql => sql`
  SELECT j."id" FROM "Project" j WHERE j."ownerId" = ${who}
  UNION SELECT d."projectId" FROM "NeedOffer" o JOIN "Need" d ON d."id" = o."needId" WHERE o."memberId" = ${who} AND o."state" = 'ACCEPTED'`;

/** Every standing trust in somebody, as its count asks about it. The caller holds the association's lock when it decides by it. */
export function readTrusts(tx: Pick<Tx, "$queryRaw">, membershipId: string): Promise<Trust[]> {
  return tx.$queryRaw<Trust[]>`
    SELECT t."state", t."stateSince" AS "since", ${shared(sql`r."trusterId"`, sql`m."memberId"`)} AS "hasShared"
      FROM "RoleTrust" r JOIN "Membership" m ON m."id" = r."membershipId"
      JOIN "Membership" t ON t."associationId" = m."associationId" AND t."memberId" = r."trusterId"
     WHERE r."membershipId" = ${membershipId}::uuid AND r."endedAt" IS NULL`;
}

/** How many trusters a role takes that is offered now (rules R4, R5); null for one that takes none. The caller holds the lock. */
export async function readTrustNeeded(tx: Tx, associationId: string, isByTrust: boolean): Promise<number | null> {
  if (!isByTrust) return null;
  return trustNeededAmong(await tx.membership.count({ where: { associationId, state: "ACTIVE" } }));
}

type Pair = { associationId: string; trusterId: string; whom: { memberId: string } | { member: { handle: string } } };

/** How many a role takes and how many count for taking it up now. The caller holds the association's lock. */
export async function readTrustFor(tx: Tx, membershipId: string, needed: number | null) {
  if (needed === null) return { needed: 0, given: 0 };
  return { needed, given: countForTaking(await readTrusts(tx, membershipId)) };
}

/** Whoever is to be trusted, as `canGiveTrust` asks about them; null when they never belonged here. */
export async function readTrusted(tx: Tx, { associationId, trusterId, whom }: Pair) {
  const row = await tx.membership.findFirst({
    where: { associationId, ...whom },
    select: {
      id: true,
      memberId: true,
      state: true,
      trusts: { where: { trusterId, endedAt: null }, select: { id: true } },
    },
  });
  if (!row) return null;
  const [met] = await tx.$queryRaw<{ hasShared: boolean }[]>`
    SELECT ${shared(sql`${trusterId}::uuid`, sql`${row.memberId}::uuid`)} AS "hasShared"`;
  const { id: membershipId, memberId, state, trusts } = row;
  return { membershipId, memberId, state, trustId: trusts[0]?.id ?? null, hasShared: met?.hasShared ?? false };
}

/** Roles held by trust in an association, or those of one membership. The caller holds the association's lock. */
export function listByTrust(tx: Tx, where: { associationId: string } | { id: string }) {
  return tx.roleGrant.findMany({
    where: { membership: where, state: "HELD", trustNeeded: { not: null } },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, trustNeeded: true, acceptedAt: true, membershipId: true },
      ownRole: { select: { name: true } },
      membership: { select: { memberId: true, associationId: true } },
    },
  });
}
