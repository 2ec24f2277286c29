import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import type { ActivityKind } from "@/lib/activity/types";
import type { Actor } from "@/lib/auth/actor";
import { dateOf, dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { readWaitingVersion } from "../acceptance/facts";
import { stageOf } from "../acceptance/rules";
import { recordTransition } from "../commands";
import { lockWithStanding, readStanding } from "../facts";
import { refreshBehind } from "../period/commands";
import { endCustody } from "../role/commands";
import { answersAlone } from "../role/facts";
import type { Standing } from "../standing/types";
import { canPause, canResume, type PauseRefusal, type ResumeRefusal } from "./rules";
import type { PauseInput, PausingInput } from "./schema";

type Changed = { associationSlug: string };
type Shared = "common.notFound" | "common.keyTaken";

export type PausingRefusal = Shared | PauseRefusal;

/** Steps back for a while, at once and without reason (rule M10, promise P37): roles sleep, nothing ends. A day named resumes nothing: it asks. */
export async function pauseMembership(
  actor: Actor,
  { associationSlug, untilOn = null }: PauseInput,
  now = new Date(),
): Promise<Result<Changed, PausingRefusal>> {
  return inTransaction<Changed, PausingRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked) return refuse("common.notFound");
    const { associationId, standing } = locked;
    const isLast = await answersAlone(tx, { associationId, memberId: actor.memberId, now });
    const verdict = canPause({ state: standing.state, isLastCustodian: isLast, untilOn, today: dayOf(now) });
    if (!verdict.ok) return verdict;
    await change(tx, { associationId, standing, to: "PAUSED", untilOn, actor, now });
    return ok({ associationSlug });
  });
}

export type ResumingRefusal = Shared | ResumeRefusal;

/** Takes part again, at once; after a charter that waited too long, once it is accepted (rule M11). Whoever looked after an association that was left to itself meanwhile does so again. */
export async function resumeMembership(
  actor: Actor,
  { associationSlug }: PausingInput,
  now = new Date(),
): Promise<Result<Changed, ResumingRefusal>> {
  return inTransaction<Changed, ResumingRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked) return refuse("common.notFound");
    const { associationId, standing } = locked;
    const waiting = await readWaitingVersion(tx, standing.membershipId, now);
    const verdict = canResume(standing.state, waiting && stageOf(waiting.publishedAt, now));
    if (!verdict.ok) return verdict;
    await change(tx, { associationId, standing, to: "ACTIVE", untilOn: null, actor, now });
    const back = await readStanding(tx, { memberId: actor.memberId, associationId, now });
    if (back?.responsibilities.includes("CUSTODY"))
      await endCustody(tx, associationId, { actorId: actor.memberId, now });
    return ok({ associationSlug });
  });
}

type Change = {
  associationId: string;
  standing: Standing;
  to: "ACTIVE" | "PAUSED";
  untilOn: string | null;
  actor: Actor;
  now: Date;
};

async function change(tx: Tx, { associationId, standing, to, untilOn, actor, now }: Change): Promise<void> {
  const { membershipId, state } = standing;
  const data = { state: to, stateSince: now, pausedUntilOn: untilOn === null ? null : dateOf(untilOn) };
  await tx.membership.update({ where: { id: membershipId, state }, data });
  await recordTransition(tx, { membershipId, from: state, to, actorId: actor.memberId, at: now });
  if (to === "ACTIVE") await refreshBehind(tx, membershipId, now);
  const kind = to === "PAUSED" ? "membership.paused" : "membership.resumed";
  const told = { actorId: actor.memberId, memberId: actor.memberId, associationId, subjectId: membershipId, at: now };
  await recordActivity(tx, { kind, ...told });
}

type Timed = {
  associationId: string;
  membershipId: string;
  memberId: string;
  reason: string;
  now: Date;
  /** How it is told. */
  kind?: ActivityKind;
};

/**
 * A pause that time brings, not the person (rules M11, M12): they are told, and resume when they like. The caller holds the
 * association's lock and has seen that somebody else looks after it. False when they do not take part any more.
 */
export async function putInPause(
  tx: Tx,
  { associationId, membershipId, memberId, reason, now, kind = "membership.pausedByTime" }: Timed,
): Promise<boolean> {
  const { count } = await tx.membership.updateMany({
    where: { id: membershipId, state: "ACTIVE" },
    data: { state: "PAUSED", stateSince: now },
  });
  if (count === 0) return false;
  await recordTransition(tx, { membershipId, from: "ACTIVE", to: "PAUSED", reason, at: now });
  const told = { actorId: null, memberId, associationId, subjectId: membershipId, data: { reason }, at: now };
  await recordActivity(tx, { kind, ...told });
  return true;
}
