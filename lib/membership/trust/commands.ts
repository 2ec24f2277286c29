import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findWhom } from "@/lib/directory/whom/facts";
import type { WhomRefusal } from "@/lib/directory/whom/rules";
import { lockWithStanding } from "../facts";
import { inEach } from "../reminder/commands";
import { type ActorRefusal, isMember } from "../rules";
import { type ActRefusal, canAct } from "../standing/rules";
import { listByTrust, readTrusted, readTrusts } from "./facts";
import { canGiveTrust, countForKeeping, type GiveRefusal } from "./rules";
import type { TrustInput, WithdrawTrustInput } from "./schema";

type Given = { associationSlug: string };
type Shared = "common.notFound" | "common.keyTaken";

export type GiveTrustRefusal = Shared | WhomRefusal | ActorRefusal | ActRefusal | GiveRefusal;

/** Says in private that the actor trusts a fellow member: nobody is told, and no page shows it but their own (rule R4). */
export async function giveTrust(
  actor: Actor,
  { associationSlug, whom }: TrustInput,
  now = new Date(),
): Promise<Result<Given, GiveTrustRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const trusterId = actor.memberId;
  return inTransaction<Given, GiveTrustRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, trusterId, associationSlug, now);
    if (!locked || !isMember(locked.standing.state)) return refuse("common.notFound");
    const { associationId, standing } = locked;
    const may = canAct(standing, "TAKE_PART");
    if (!may.ok) return may;
    const found = await takeTrusted(tx, actor, { associationId, whom });
    if (!found.ok) return found;
    const { membershipId, memberId, state, hasShared, trustId } = found.value;
    const verdict = canGiveTrust({ isSelf: memberId === trusterId, state, hasShared, isGiven: trustId !== null });
    if (!verdict.ok) return verdict;
    await tx.roleTrust.create({ data: { membershipId, trusterId, givenAt: now } });
    return ok({ associationSlug });
  });
}

async function takeTrusted(tx: Tx, actor: Actor, { associationId, whom }: { associationId: string; whom: string }) {
  const nobody = "membership.noSuchMember";
  const meant = await findWhom(tx, actor, { typed: whom, nobody, associationId });
  if (!meant.ok) return meant;
  const found = await readTrusted(tx, { associationId, trusterId: actor.memberId, whom: { memberId: meant.value } });
  return found ? ok(found) : refuse(nobody, { field: "whom" });
}

export type WithdrawTrustRefusal = Shared | "membership.trustNotGiven";

/** Takes trust back, at once and without a reason; every role it carried and now does not ends in the same transaction (rule R4). */
export async function withdrawTrust(
  actor: Actor,
  { associationSlug, handle }: WithdrawTrustInput,
  now = new Date(),
): Promise<Result<Given, WithdrawTrustRefusal>> {
  const trusterId = actor.memberId;
  return inTransaction<Given, WithdrawTrustRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, trusterId, associationSlug, now);
    if (!locked) return refuse("common.notFound");
    const { associationId } = locked;
    const found = await readTrusted(tx, { associationId, trusterId, whom: { member: { handle } } });
    if (!found?.trustId) return refuse("membership.trustNotGiven");
    await tx.roleTrust.update({ where: { id: found.trustId }, data: { endedAt: now } });
    await endUntrusted(tx, { id: found.membershipId }, now);
    return ok({ associationSlug });
  });
}

/**
 * Ends every role by trust whose trust is no longer enough, of one membership or of an association. Its holder is told that it
 * ended, never through whom. The caller holds the association's lock. Returns how many ended.
 */
export async function endUntrusted(
  tx: Tx,
  where: { associationId: string } | { id: string },
  now: Date,
): Promise<number> {
  let ended = 0;
  for (const { id, trustNeeded, acceptedAt, membershipId, membership, ownRole } of await listByTrust(tx, where)) {
    const trusts = await readTrusts(tx, membershipId);
    if (countForKeeping(trusts, acceptedAt ?? now, now) >= (trustNeeded ?? 0)) continue;
    await tx.roleGrant.update({ where: { id }, data: { state: "ENDED", endedAt: now } });
    const about = { actorId: null, memberId: membership.memberId, associationId: membership.associationId };
    const data = { role: ownRole?.name ?? "" };
    await recordActivity(tx, { kind: "membership.roleEnded", ...about, subjectId: id, data, at: now });
    ended += 1;
  }
  return ended;
}

/** The yearly reviews: what leavers' trust carried until now. Run by a job every day; returns how many roles ended. */
export async function reviewTrust(now = new Date()): Promise<number> {
  const held = { some: { state: "HELD" as const, trustNeeded: { not: null } } };
  const due = await db.association.findMany({
    where: { memberships: { some: { roles: held } } },
    select: { slug: true },
  });
  return inEach(
    due.map(({ slug }) => slug),
    (tx, associationId) => endUntrusted(tx, { associationId }, now),
  );
}
