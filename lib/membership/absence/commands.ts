import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addDays, dateOf, dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction } from "@/lib/db/transaction";
import { lockWithStanding } from "../facts";
import { refreshBehind } from "../period/commands";
import { type AbsenceRefusal, canBeAway } from "./rules";
import type { AbsenceInput, BackInput } from "./schema";

type Stated = { associationSlug: string };
export type AbsenceFailure = AbsenceRefusal | "common.notFound" | "common.keyTaken";

const on = (day: Date) => day.toISOString().slice(0, 10);

/** Says on which days the actor cannot give, without saying why: nothing is asked of them then, at once and for good. */
export async function stateAbsence(
  actor: Actor,
  { associationSlug, ...days }: AbsenceInput,
  now = new Date(),
): Promise<Result<Stated, AbsenceFailure>> {
  return inTransaction<Stated, AbsenceFailure>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked) return refuse("common.notFound");
    const { membershipId, state } = locked.standing;
    const rows = await tx.absence.findMany({ where: { membershipId }, select: { fromOn: true, untilOn: true } });
    const others = rows.map(({ fromOn, untilOn }) => ({ fromOn: on(fromOn), untilOn: on(untilOn) }));
    const verdict = canBeAway({ state, today: dayOf(now), others }, days);
    if (!verdict.ok) return verdict;
    const data = { membershipId, fromOn: dateOf(days.fromOn), untilOn: dateOf(days.untilOn), statedAt: now };
    await tx.absence.create({ data, select: { id: true } });
    await refreshBehind(tx, membershipId, now);
    return ok({ associationSlug });
  });
}

export type BackFailure = "common.notFound" | "common.keyTaken" | "membership.absenceOver";

/** Back sooner than said: the absence ends yesterday; one that has not begun was never there. */
export async function endAbsence(
  actor: Actor,
  { associationSlug, absenceId: id }: BackInput,
  now = new Date(),
): Promise<Result<Stated, BackFailure>> {
  return inTransaction<Stated, BackFailure>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    const membershipId = locked?.standing.membershipId ?? "";
    const found = locked && (await tx.absence.findUnique({ where: { id, membershipId } }));
    if (!found) return refuse("common.notFound");
    const today = dayOf(now);
    if (on(found.untilOn) < today) return refuse("membership.absenceOver");
    if (on(found.fromOn) >= today) await tx.absence.delete({ where: { id } });
    else await tx.absence.update({ where: { id }, data: { untilOn: addDays(dateOf(today), -1) } });
    await refreshBehind(tx, membershipId, now);
    return ok({ associationSlug });
  });
}
