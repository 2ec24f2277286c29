import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";

type Asking = {
  readonly decisionId: string;
  readonly associationId: string;
  readonly handle: string;
  readonly now: Date;
};

/** Whoever is asked to see to a decision, and what was asked so far. The caller holds the decision's lock. */
export async function readResponsible(tx: Tx, { decisionId, associationId, handle, now }: Asking) {
  const member = await tx.member.findUnique({ where: { handle }, select: { id: true } });
  const charges = await tx.charge.findMany({ where: { decisionId }, select: { responsibleId: true, state: true } });
  return {
    memberId: member?.id ?? null,
    standing: member && (await readStanding(tx, { memberId: member.id, associationId, now })),
    isCharged: charges.some(({ state }) => state !== "REFUSED"),
    hasRefused: charges.some(({ responsibleId, state }) => state === "REFUSED" && responsibleId === member?.id),
  };
}

/** Null without such a charge. */
export async function readCharge(tx: Tx, id: string) {
  const row = await tx.charge.findUnique({
    where: { id },
    select: {
      ...{ decisionId: true, responsibleId: true, offeredById: true, state: true },
      decision: { select: { associationId: true, association: { select: { slug: true } } } },
    },
  });
  if (!row) return null;
  const { decision, ...charge } = row;
  return { ...charge, associationId: decision.associationId, associationSlug: decision.association.slug };
}
