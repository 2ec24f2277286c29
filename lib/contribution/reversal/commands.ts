import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type KeyRefusal } from "@/lib/db/transaction";
import { refreshBehindOf } from "@/lib/membership/period/commands";
import { takeContribution } from "../facts";
import { about, whereOf } from "../place/rules";
import type { ReasonedInput } from "../schema";
import { canReverse, isConcerned, type ReverseRefusal } from "./rules";

type Reversed = { slug: string; isInProject: boolean };
type Failure = ReverseRefusal | "common.notFound" | "common.unverified" | "common.suspended" | KeyRefusal;

/**
 * Sets a confirmed contribution right by a new entry that cites it, with a reason (rule PJ6): its author, whoever confirmed it,
 * or whoever answers for what is done there. From then on it counts for nothing, towards what its author
 * owes either; the entry itself stays.
 */
export async function reverseContribution(
  actor: Actor,
  { contributionId: id, reason }: ReasonedInput,
  now = new Date(),
): Promise<Result<Reversed, Failure>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Reversed, Failure>(actor, async (tx) => {
    const taken = await takeContribution(tx, { id, memberId, now });
    if (!taken) return refuse("common.notFound");
    const { facts, confirmedById, isAnswering } = taken;
    const isReversed = (await tx.contributionReversal.count({ where: { contributionId: id } })) > 0;
    const verdict = canReverse({
      ...{ state: facts.state, isReversed },
      isConcerned: isConcerned({ isAuthor: facts.isAuthor, isConfirmer: confirmedById === memberId, isAnswering }),
    });
    if (!verdict.ok) return verdict;

    await tx.contributionReversal.create({ data: { contributionId: id, actorId: memberId, reason, at: now } });
    await recordActivity(tx, { kind: "contribution.reversed", actorId: memberId, ...about(taken, id), at: now });
    await refreshBehindOf(tx, { memberId: taken.memberId, associationId: taken.place.associationId }, now);
    return ok(whereOf(taken));
  });
}
