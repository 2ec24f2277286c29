import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { waitingVersion } from "./rules";

/** The material version that waits for a member's word, and who they are. Null when none does, or they are no active member. */
export async function listWaitingMembers(tx: Tx, associationId: string, now: Date) {
  const charters = await tx.charter.findMany({
    where: { associationId, publishedAt: { lte: now } },
    select: { id: true, version: true, isMaterial: true, publishedAt: true },
  });
  const rows = await tx.membership.findMany({
    where: { associationId, state: "ACTIVE" },
    orderBy: { id: "asc" },
    select: { id: true, memberId: true, pledges: LATEST },
  });
  return rows.flatMap(({ id, memberId, pledges }) => {
    const charter = waitingVersion(charters, pledges[0]?.charter.version ?? 0);
    return charter ? [{ membershipId: id, memberId, charter }] : [];
  });
}

const LATEST = {
  orderBy: [{ acceptedAt: "desc" as const }, { id: "desc" as const }],
  take: 1,
  select: { charter: { select: { version: true } } },
};

/** The material version that waits for the word of one membership; null when none does. */
export async function readWaitingVersion(tx: Tx, membershipId: string, now: Date) {
  const { pledges, association } = await tx.membership.findUniqueOrThrow({
    where: { id: membershipId },
    select: {
      pledges: LATEST,
      association: {
        select: {
          charters: {
            where: { publishedAt: { lte: now } },
            select: { id: true, version: true, isMaterial: true, publishedAt: true },
          },
        },
      },
    },
  });
  return waitingVersion(association.charters, pledges[0]?.charter.version ?? 0);
}

/** Associations where somebody active has not accepted a material version that came out before an instant. */
export function listDueAssociations(tx: Pick<Tx, "$queryRaw">, publishedBefore: Date): Promise<{ slug: string }[]> {
  return tx.$queryRaw`
    SELECT a."slug" FROM "Association" a
     WHERE EXISTS (
       SELECT 1 FROM "Charter" c JOIN "Membership" m ON m."associationId" = a."id" AND m."state" = 'ACTIVE'
        WHERE c."associationId" = a."id" AND c."version" > 1 AND c."isMaterial" AND c."publishedAt" <= ${publishedBefore}
          AND NOT EXISTS (SELECT 1 FROM "Pledge" p JOIN "Charter" v ON v."id" = p."charterId"
                           WHERE p."membershipId" = m."id" AND v."version" >= c."version"))
     ORDER BY a."slug"`;
}

/** Whether somebody was told this of this charter before. The caller holds the association's lock. */
export async function wasTold(
  tx: Tx,
  told: { kind: string; memberId?: string; subjectId: string; associationId: string },
) {
  return (await tx.activity.count({ where: told })) > 0;
}
