import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { readHeldCompetences } from "@/lib/member/facts";
import type { OfferFacts } from "../offer/rules";
import type { ProjectState } from "../types";

type Pair = { projectId: string; memberId: string; state: ProjectState; now: Date };

/** What `canComeIn` asks of somebody who offers beyond the needs. The caller holds the project's lock. */
export async function readOffering(tx: Tx, { projectId, memberId, state, now }: Pair): Promise<OfferFacts> {
  const last = await tx.beyondOffer.findFirst({
    where: { projectId, memberId, state: "DECLINED" },
    orderBy: { closedAt: "desc" },
    select: { closedAt: true },
  });
  return {
    ...{ now, state, heldCompetenceIds: await readHeldCompetences(tx, memberId) },
    hasOpenOffer: (await tx.beyondOffer.count({ where: { projectId, memberId, state: "WAITING" } })) > 0,
    lastDeclinedAt: last?.closedAt ?? null,
  };
}

/** The slug of the project an offer was made to; null without such an offer. */
export async function slugOfBeyond(tx: Tx, beyondId: string): Promise<string | null> {
  const where = { where: { id: beyondId }, select: { project: { select: { slug: true } } } };
  return (await tx.beyondOffer.findUnique(where))?.project.slug ?? null;
}

/** An offer beyond the needs as it stands. The caller holds the project's lock. Null when it is of another project. */
export function readBeyond(tx: Tx, beyondId: string, projectId: string) {
  return tx.beyondOffer.findUnique({
    where: { id: beyondId, projectId },
    select: {
      ...{ id: true, memberId: true, title: true, brings: true, competenceId: true, contact: true, message: true },
      ...{ minutes: true, state: true, offeredAt: true },
    },
  });
}

export type BeyondRow = NonNullable<Awaited<ReturnType<typeof readBeyond>>>;
