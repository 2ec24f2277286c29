import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { readHeldCompetences } from "@/lib/member/facts";
import type { ProjectFacts } from "../facts";
import { readQueue } from "../offer/facts";

type Pair = { project: ProjectFacts; memberId: string };

/** The seat a member was asked about, with what they brought; null when they never were. The caller holds the project's lock. */
export async function readSeatAsk(tx: Tx, { project, memberId }: Pair) {
  const row = await tx.seatAsk.findFirst({
    where: { coProposer: { projectId: project.id, memberId } },
    orderBy: { askedAt: "desc" },
    select: {
      id: true,
      state: true,
      coProposer: { select: { brings: true, competenceId: true, contact: true, message: true } },
      need: { select: { id: true, title: true, seats: true, dueOn: true } },
    },
  });
  if (!row) return null;
  const { need, coProposer: brought, ...ask } = row;
  return { ask, need, brought, ...(await readSeat(tx, { needId: need.id, memberId })) };
}

export type AskedSeat = NonNullable<Awaited<ReturnType<typeof readSeatAsk>>>;

/** Offers that stand. */
export const STANDING = { in: ["WAITING" as const, "QUEUED" as const, "ACCEPTED" as const] };

type Sitting = { needId: string; memberId: string };

/** What a need asks of whoever sits down: how many are in, who waits, what they hold, what they offered to it already. */
export async function readSeat(tx: Tx, { needId, memberId }: Sitting) {
  return {
    heldCompetenceIds: await readHeldCompetences(tx, memberId),
    accepted: (await tx.need.findUniqueOrThrow({ where: { id: needId }, select: { taken: true } })).taken,
    queued: (await readQueue(tx, needId)).length,
    /** An offer to the same seat that they made by themselves and that stands. */
    own: await tx.needOffer.findFirst({
      where: { needId, memberId, state: STANDING },
      select: { id: true, state: true },
    }),
  };
}

export type SeatAsked = Awaited<ReturnType<typeof readSeat>>;
