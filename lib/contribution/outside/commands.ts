import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { dateOf, dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type KeyRefusal } from "@/lib/db/transaction";
import { lockWithStanding } from "@/lib/membership/facts";
import { readCharterOfDeeds, readJoinedOn } from "./facts";
import { canDeclareOutside, type DeclareOutsideRefusal } from "./rules";
import type { DeclareOutsideInput } from "./schema";

type Recorded = { associationSlug: string };
export type DeclareOutsideFailure =
  | DeclareOutsideRefusal
  | "common.notFound"
  | "common.unverified"
  | "common.suspended"
  | KeyRefusal;

type Declaring = Omit<DeclareOutsideInput, "evidenceUrl"> & Partial<Pick<DeclareOutsideInput, "evidenceUrl">>;

/** Records something the actor did for an association outside its projects. It counts once somebody else confirms it (rule PJ5). */
export async function declareOutside(
  actor: Actor,
  { associationSlug, kind, title, hours, doneOn, value, evidenceUrl = null }: Declaring,
  now = new Date(),
): Promise<Result<Recorded, DeclareOutsideFailure>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Recorded, DeclareOutsideFailure>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, memberId, associationSlug, now);
    if (!locked || ["LEFT", "EXCLUDED"].includes(locked.standing.state)) return refuse("common.notFound");
    const { associationId, standing } = locked;
    const { values, locale } = await readCharterOfDeeds(tx, { associationId, now });
    const joinedOn = await readJoinedOn(tx, standing.membershipId);
    const verdict = canDeclareOutside({ standing, today: dayOf(now), joinedOn, values }, { doneOn, value });
    if (!verdict.ok) return verdict;

    const when = { doneOn: dateOf(doneOn), declaredAt: now, evidenceUrl };
    const { id } = await tx.contribution.create({
      data: { memberId, associationId, kind, title, locale, minutes: hours, valueSlug: value, ...when },
      select: { id: true },
    });
    const told = { actorId: memberId, associationId, subjectId: id, data: { slug: associationSlug }, at: now };
    await recordActivity(tx, { kind: "contribution.declaredOutside", ...told });
    return ok({ associationSlug });
  });
}
