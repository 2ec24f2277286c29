import "server-only";
import { dateOf } from "@/lib/core/duration";
import { ok, type Result } from "@/lib/core/result";
import type { Tx } from "@/lib/db/transaction";
import { readActivation } from "./facts";
import { type ActivationRefusal, canBecomeActive } from "./rules";
import type { Door, MembershipState } from "./types";

type Activation = { readonly applicationId: string; readonly actorId: string; readonly now: Date };

/**
 * The one way in (rule M2), whatever the door: reads the stored papers again and, when they are complete against the
 * charter in force, leaves an ACTIVE membership with its event and a pledge. The caller holds the association's lock, has
 * written the application, and records the activity its door calls for.
 */
export async function activateMembership(
  tx: Tx,
  { applicationId, actorId, now }: Activation,
): Promise<Result<{ membershipId: string }, ActivationRefusal>> {
  const { facts, ...entry } = await readActivation(tx, applicationId, now);
  const verdict = canBecomeActive(facts);
  if (!verdict.ok) return verdict;

  const { associationId, memberId, door, charterId } = entry;
  const membershipId =
    entry.membershipId === undefined
      ? await createMembership(tx, { associationId, memberId, now })
      : await reopenMembership(tx, entry.membershipId, now);
  await recordTransition(tx, { membershipId, from: facts.state, to: "ACTIVE", door, actorId, at: now });
  await closeInvitations(tx, { associationId, memberId, now });

  const { charterHash, kinds, isListening, minutesPerPeriod, period, statement, untilOn, stances } = facts.papers;
  const statementGiven = {
    kinds: [...kinds],
    isListening,
    minutesPerPeriod,
    period,
    statement,
    untilOn: dateOf(untilOn),
  };
  await tx.pledge.create({
    data: {
      ...{ membershipId, applicationId, charterId, charterHash, ...statementGiven, acceptedAt: now },
      stances: { create: stances.map(({ valueId, ...taken }) => ({ charterValueId: valueId, ...taken })) },
    },
  });
  return ok({ membershipId });
}

type Pair = { associationId: string; memberId: string; now: Date };

async function createMembership(tx: Tx, { now, ...pair }: Pair): Promise<string> {
  const data = { ...pair, state: "ACTIVE", stateSince: now, firstJoinedAt: now } as const;
  const { id } = await tx.membership.create({ data, select: { id: true } });
  return id;
}

async function reopenMembership(tx: Tx, id: string, now: Date): Promise<string> {
  await tx.membership.update({ where: { id }, data: { state: "ACTIVE", stateSince: now }, select: { id: true } });
  return id;
}

/** Whoever is in waits for no invitation: one past its day, which no job has closed yet, is closed with the entry (rule M3). */
export async function closeInvitations(tx: Tx, { now, ...pair }: Pair): Promise<void> {
  await tx.invitation.updateMany({
    where: { ...pair, state: "PENDING" },
    data: { state: "EXPIRED", closedAt: now },
  });
}

type Transition = {
  membershipId: string;
  from: MembershipState | null;
  to: MembershipState;
  door?: Door;
  /** Null for what time alone did. */
  actorId?: string | null;
  /** A code, when time did it. */
  reason?: string;
  at: Date;
};

/**
 * Who, when, why (rule M1). Append-only. Whoever waited at the lock read their clock before they had it: no event is told
 * before the one it follows. The caller holds the association's lock.
 */
export async function recordTransition(tx: Tx, { door, at, ...transition }: Transition): Promise<void> {
  const { membershipId } = transition;
  const last = await tx.membershipEvent.findFirst({
    where: { membershipId },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  const after = last && last.at >= at ? new Date(last.at.getTime() + 1) : at;
  await tx.membershipEvent.create({ data: { ...transition, at: after, door: door ?? null } });
}
