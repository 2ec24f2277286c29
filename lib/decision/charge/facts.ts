import "server-only";
import { addDays } from "@/lib/core/duration";
import type { Tx } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { ASK_AGAIN_DAYS } from "@/lib/membership/rules";

type Asking = {
  readonly decisionId: string;
  readonly associationId: string;
  readonly responsibleId: string;
  readonly offeredById: string;
  readonly now: Date;
};

/** Whoever is asked to see to a decision, and what was asked so far. The caller holds the decision's lock. */
export async function readResponsible(tx: Tx, { decisionId, associationId, responsibleId, offeredById, now }: Asking) {
  const refused = { decisionId, responsibleId, state: "REFUSED" as const, offeredById };
  const since = { answeredAt: { gt: addDays(now, -ASK_AGAIN_DAYS) } };
  return {
    standing: await readStanding(tx, { memberId: responsibleId, associationId, now }),
    isCharged: (await tx.charge.count({ where: { decisionId, state: { in: ["OFFERED", "ACCEPTED"] } } })) > 0,
    hasRefused: (await tx.charge.count({ where: { ...refused, ...since } })) > 0,
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
