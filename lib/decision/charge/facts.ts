import "server-only";
import { addDays } from "@/lib/core/duration";
import type { Tx } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { ASK_AGAIN_DAYS } from "@/lib/membership/rules";

type Asking = {
  readonly decisionId: string;
  readonly associationId: string;
  readonly handle: string;
  readonly offeredById: string;
  readonly now: Date;
};

/** Whoever is asked to see to a decision, and what was asked so far. The caller holds the decision's lock. */
export async function readResponsible(tx: Tx, { decisionId, associationId, handle, offeredById, now }: Asking) {
  const member = await tx.member.findUnique({ where: { handle }, select: { id: true } });
  const refused = { state: "REFUSED" as const, responsibleId: member?.id ?? "", offeredById };
  const since = { answeredAt: { gt: addDays(now, -ASK_AGAIN_DAYS) } };
  return {
    memberId: member?.id ?? null,
    standing: member && (await readStanding(tx, { memberId: member.id, associationId, now })),
    isCharged: (await tx.charge.count({ where: { decisionId, state: { in: ["OFFERED", "ACCEPTED"] } } })) > 0,
    hasRefused: member !== null && (await tx.charge.count({ where: { decisionId, ...refused, ...since } })) > 0,
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
