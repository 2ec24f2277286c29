import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { dateOf, dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction } from "@/lib/db/transaction";
import { lockApplication } from "../application/facts";
import { stateAt } from "../application/rules";
import type { ActorRefusal } from "../rules";
import { readConfirmation } from "./facts";
import { type ConfirmationRefusal, canConfirm } from "./rules";
import type { ConfirmPapersInput } from "./schema";

type Confirmed = { applicationId: string };
export type ConfirmPapersRefusal = "common.notFound" | "common.keyTaken" | ActorRefusal | ConfirmationRefusal;

/**
 * Puts the actor's own waiting application on the charter in force, with everything in it: answers, words of others, and the
 * stances on values that stayed as they were. Those taken on the earlier version stay written (rules A6, M5).
 */
export async function confirmPapers(
  actor: Actor,
  { applicationId, stances, untilOn, kinds, ...given }: ConfirmPapersInput,
  now = new Date(),
): Promise<Result<Confirmed, ConfirmPapersRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Confirmed, ConfirmPapersRefusal>(actor, async (tx) => {
    const locked = await lockApplication(tx, applicationId);
    if (locked?.memberId !== actor.memberId) return refuse("common.notFound");
    const asked = await readConfirmation(tx, applicationId, now);
    if (!asked) return refuse("common.notFound");
    const { terms, isOutdated, open, carried, charterId, from, associationId } = asked;
    const facts = { state: stateAt({ ...locked, now }), isOutdated, terms, today: dayOf(now) };
    const papers = { ...given, stances, untilOn, kinds };
    const verdict = canConfirm(papers, { ...facts, openValueIds: open.map(({ id }) => id) });
    if (!verdict.ok) return verdict;

    const taken = [...carried, ...stances].map(({ valueId, ...one }) => ({ charterValueId: valueId, ...one }));
    await tx.application.update({
      where: { id: applicationId, state: "PENDING" },
      data: { ...given, charterId, kinds: [...kinds], untilOn: dateOf(untilOn), stances: { create: taken } },
    });
    const about = { actorId: actor.memberId, associationId, subjectId: applicationId, at: now };
    await recordActivity(tx, { kind: "membership.papersConfirmed", data: { from: from.version }, ...about });
    return ok({ applicationId });
  });
}
