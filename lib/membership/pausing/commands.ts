import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import type { Actor } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { recordTransition } from "../commands";
import { lockWithStanding, readStanding } from "../facts";
import { endCustody } from "../role/commands";
import { countOtherCustodians } from "../role/facts";
import type { Standing } from "../standing/types";
import { canPause, canResume, type PauseRefusal, type ResumeRefusal } from "./rules";
import type { PausingInput } from "./schema";

type Changed = { associationSlug: string };
type Shared = "common.notFound" | "common.keyTaken";

export type PausingRefusal = Shared | PauseRefusal;

/** Steps back for a while, at once and without reason (rule M10, promise P37): roles sleep, nothing ends. */
export async function pauseMembership(
  actor: Actor,
  { associationSlug }: PausingInput,
  now = new Date(),
): Promise<Result<Changed, PausingRefusal>> {
  return inTransaction<Changed, PausingRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked) return refuse("common.notFound");
    const { associationId, standing } = locked;
    const holds = standing.responsibilities.includes("CUSTODY");
    const isLast = holds && (await countOtherCustodians(tx, associationId, actor.memberId)) === 0;
    const verdict = canPause(standing.state, isLast);
    if (!verdict.ok) return verdict;
    await change(tx, { associationId, standing, to: "PAUSED", actor, now });
    return ok({ associationSlug });
  });
}

export type ResumingRefusal = Shared | ResumeRefusal;

/** Takes part again, at once. Whoever looked after an association that was left to itself meanwhile does so again. */
export async function resumeMembership(
  actor: Actor,
  { associationSlug }: PausingInput,
  now = new Date(),
): Promise<Result<Changed, ResumingRefusal>> {
  return inTransaction<Changed, ResumingRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked) return refuse("common.notFound");
    const { associationId, standing } = locked;
    const verdict = canResume(standing.state);
    if (!verdict.ok) return verdict;
    await change(tx, { associationId, standing, to: "ACTIVE", actor, now });
    const back = await readStanding(tx, { memberId: actor.memberId, associationId, now });
    if (back?.responsibilities.includes("CUSTODY")) await endCustody(tx, associationId, { actor, now });
    return ok({ associationSlug });
  });
}

type Change = { associationId: string; standing: Standing; to: "ACTIVE" | "PAUSED"; actor: Actor; now: Date };

async function change(tx: Tx, { associationId, standing, to, actor, now }: Change): Promise<void> {
  const { membershipId, state } = standing;
  await tx.membership.update({ where: { id: membershipId, state }, data: { state: to, stateSince: now } });
  await recordTransition(tx, { membershipId, from: state, to, actorId: actor.memberId, at: now });
  const kind = to === "PAUSED" ? "membership.paused" : "membership.resumed";
  const told = { actorId: actor.memberId, memberId: actor.memberId, associationId, subjectId: membershipId, at: now };
  await recordActivity(tx, { kind, ...told });
}
