import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { lockApplication } from "../application/facts";

type Asking = { applicationId: string; applicantId: string; associationId: string; sponsorId: string };

/**
 * What `canAskVouch` asks about whoever is to say a word, and when they last said «non ora» to this applicant for this association.
 * The caller holds the association's lock.
 */
export async function readAsking(tx: Tx, { applicationId, applicantId, associationId, sponsorId }: Asking) {
  const vouches = await tx.vouch.findMany({
    where: { sponsorId, application: { memberId: applicantId, associationId } },
    orderBy: { askedAt: "desc" },
    select: { applicationId: true, state: true, closedAt: true },
  });
  return {
    isSelf: sponsorId === applicantId,
    isAsked: vouches.some((vouch) => vouch.applicationId === applicationId),
    askedCount: await tx.vouch.count({ where: { applicationId } }),
    lastRefusedAt: vouches.find(({ state }) => state === "REFUSED")?.closedAt ?? null,
  };
}

/** Takes the lock of the association a word is asked for, then reads it with its application. Null without one. */
export async function lockVouch(tx: Tx, vouchId: string) {
  const where = { id: vouchId };
  const found = await tx.vouch.findUnique({ where, select: { applicationId: true } });
  const application = found && (await lockApplication(tx, found.applicationId));
  if (!application) return null;
  const { sponsorId, state } = await tx.vouch.findUniqueOrThrow({ where, select: { sponsorId: true, state: true } });
  return { sponsorId, vouch: state, applicationId: found.applicationId, application };
}

/** How many words count for an application now: those of members who still take part. The caller holds the lock. */
export function countVouches(tx: Tx, applicationId: string, associationId: string): Promise<number> {
  const sponsor = { memberships: { some: { associationId, state: "ACTIVE" as const } } };
  return tx.vouch.count({ where: { applicationId, state: "GIVEN", sponsor } });
}
