import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import type { ActivityKind } from "@/lib/activity/types";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findWhom } from "@/lib/directory/whom/facts";
import type { WhomRefusal } from "@/lib/directory/whom/rules";
import { lockWithStanding, readStanding } from "../facts";
import { mayGrant } from "../policy";
import type { ActorRefusal } from "../rules";
import type { Standing } from "../standing/types";
import { readTrustFor, readTrustNeeded } from "../trust/facts";
import { type AskedRole, countOtherCustodians, lockRole, readAsked, readHolder } from "./facts";
import {
  type AnswerRefusal,
  bundleOf,
  canEnd,
  canHold,
  canOffer,
  canTakeUp,
  type EndRefusal,
  type HoldRefusal,
  type OfferRefusal,
} from "./rules";
import type { AcceptRoleInput, CustodyInput, OfferRoleInput, RoleInput } from "./schema";

type Granted = { roleGrantId: string; associationSlug: string };

export type OfferRoleRefusal =
  | "common.notFound"
  | "common.keyTaken"
  | ActorRefusal
  | "membership.noSuchRole"
  | WhomRefusal
  | OfferRefusal;

/** Offers a role to a member. It binds nobody until that same person accepts it (rule PT2). */
export async function offerRole(
  actor: Actor,
  { associationSlug, whom, role }: OfferRoleInput,
  now = new Date(),
): Promise<Result<Granted, OfferRoleRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const grantorId = actor.memberId;
  return inTransaction<Granted, OfferRoleRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, grantorId, associationSlug, now);
    if (!locked || !mayGrant(actor, locked.standing)) return refuse("common.notFound");
    const { associationId, standing } = locked;
    const asked = await readAsked(tx, associationId, role);
    if (!asked) return refuse("membership.noSuchRole", { field: "role" });
    const { which, bundle, name, isByTrust } = asked;
    const found = await takeHolder(tx, actor, { associationId, whom, which });
    if (!found.ok) return found;
    const { membershipId, holder } = found.value;
    const verdict = canOffer({ now, bundle, grantorId, grantorHolds: standing.responsibilities, holder });
    if (!verdict.ok) return verdict;

    const trustNeeded = await readTrustNeeded(tx, associationId, isByTrust);
    const data = { membershipId, ...which, trustNeeded, grantedById: grantorId, grantedAt: now };
    const { id } = await tx.roleGrant.create({ data, select: { id: true } });
    const about = { actorId: grantorId, memberId: holder.memberId, associationId, subjectId: id, at: now };
    await recordActivity(tx, { kind: "membership.roleOffered", data: { role: name }, ...about });
    return ok({ roleGrantId: id, associationSlug });
  });
}

type Meant = { associationId: string; whom: string; which: AskedRole["which"] };

async function takeHolder(tx: Tx, actor: Actor, { associationId, whom, which }: Meant) {
  const nobody = "membership.noSuchMember";
  const meant = await findWhom(tx, actor, { typed: whom, nobody, associationId });
  if (!meant.ok) return meant;
  const asked = { associationId, grantorId: actor.memberId, memberId: meant.value, which };
  const found = await readHolder(tx, asked);
  return found ? ok(found) : refuse(nobody, { field: "whom" });
}

export type AnswerRoleRefusal = "common.notFound" | "common.keyTaken" | ActorRefusal | AnswerRefusal;

/**
 * Takes up an offered role, or an own role that changed since it was accepted; from now on it binds as it was shown (PT2). A
 * steward found so ends the custody of the association (rule M7).
 */
export async function acceptRole(
  actor: Actor,
  { roleGrantId, version }: AcceptRoleInput,
  now = new Date(),
): Promise<Result<Granted, AnswerRoleRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Granted, AnswerRoleRefusal>(actor, async (tx) => {
    const found = await readOwn(tx, { actor, id: roleGrantId, now });
    if (!found) return refuse("common.notFound");
    const { grant, standing } = found;
    const { ownRole, state } = grant;
    const offer = { ...asShown(grant, version), trust: await readTrustFor(tx, grant.membershipId, grant.trustNeeded) };
    const verdict = canTakeUp(offer, standing);
    if (!verdict.ok) return verdict;

    const since = state === "OFFERED" && { acceptedAt: now };
    const bound = ownRole && { accepted: ownRole.responsibilities, roleVersion: ownRole.version };
    await tx.roleGrant.update({ where: { id: roleGrantId }, data: { state: "HELD", ...since, ...bound } });
    if (grant.role === "STEWARD")
      await endCustody(tx, grant.membership.associationId, { actorId: actor.memberId, now });
    await told(tx, "membership.roleAccepted", { roleGrantId, actor, grant, now });
    return ok({ roleGrantId, associationSlug: grant.associationSlug });
  });
}

/** «Non ora» to an offered role (rule PT3): no reason, told to nobody but whoever offered, and kept out of the association's record. */
export async function refuseRole(
  actor: Actor,
  { roleGrantId }: RoleInput,
  now = new Date(),
): Promise<Result<Granted, AnswerRoleRefusal>> {
  return inTransaction<Granted, AnswerRoleRefusal>(actor, async (tx) => {
    const found = await readOwn(tx, { actor, id: roleGrantId, now });
    if (!found) return refuse("common.notFound");
    if (found.grant.state !== "OFFERED") return refuse("membership.roleOfferOver");
    await tx.roleGrant.update({ where: { id: roleGrantId }, data: { state: "REFUSED", endedAt: now } });
    await told(tx, "membership.roleRefused", { roleGrantId, actor, grant: found.grant, now });
    return ok({ roleGrantId, associationSlug: found.grant.associationSlug });
  });
}

export type EndRoleRefusal = "common.keyTaken" | EndRefusal;

/** Ends a role or takes its offer back: its holder lays it down, or whoever grants revokes it (rules R2, R3). */
export async function endRole(
  actor: Actor,
  { roleGrantId }: RoleInput,
  now = new Date(),
): Promise<Result<Granted & { isOwn: boolean }, EndRoleRefusal>> {
  return inTransaction<Granted & { isOwn: boolean }, EndRoleRefusal>(actor, async (tx) => {
    const grant = await lockRole(tx, roleGrantId);
    if (!grant) return refuse("common.notFound");
    const { associationId, memberId } = grant.membership;
    const standing = await readStanding(tx, { memberId: actor.memberId, associationId, now });
    const verdict = canEnd({
      ...{ state: grant.state, bundle: bundleOf(grant), isOwn: memberId === actor.memberId },
      actorHolds: actor.isSuspended ? [] : (standing?.responsibilities ?? []),
      otherCustodians: await countOtherCustodians(tx, { associationId, memberId, now }),
    });
    if (!verdict.ok) return verdict;

    const data = { state: "ENDED", endedAt: now, endedById: actor.memberId } as const;
    await tx.roleGrant.update({ where: { id: roleGrantId }, data });
    const about = { actorId: actor.memberId, memberId, associationId, subjectId: roleGrantId, at: now };
    await recordActivity(tx, { kind: "membership.roleEnded", data: { role: nameOf(grant) }, ...about });
    return ok({ roleGrantId, associationSlug: grant.associationSlug, isOwn: memberId === actor.memberId });
  });
}

type Grant = NonNullable<Awaited<ReturnType<typeof lockRole>>>;

const asShown = ({ state, ownRole, roleVersion }: Grant, version: AcceptRoleInput["version"]) => ({
  ...{ state, version: ownRole?.version ?? null, bound: roleVersion, shown: version ?? null },
});

const nameOf = ({ role, ownRole }: Grant) => role ?? ownRole?.name ?? "";

type Own = { actor: Actor; id: string; now: Date };

/** A grant and the standing of its holder, when that is the actor. */
async function readOwn(
  tx: Tx,
  { actor: { memberId }, id, now }: Own,
): Promise<{ grant: Grant; standing: Standing } | null> {
  const grant = await lockRole(tx, id);
  if (grant?.membership.memberId !== memberId) return null;
  const standing = await readStanding(tx, { memberId, associationId: grant.membership.associationId, now });
  return standing && { grant, standing };
}

type Answer = { roleGrantId: string; actor: Actor; grant: Grant; now: Date };

/** Whoever offered hears the answer. A «no» is recorded without the association, so that none of its lists shows it. */
async function told(tx: Tx, kind: ActivityKind, { roleGrantId, actor, grant, now }: Answer): Promise<void> {
  const associationId = kind === "membership.roleRefused" ? null : grant.membership.associationId;
  const about = {
    actorId: actor.memberId,
    memberId: grant.grantedById,
    associationId,
    subjectId: roleGrantId,
    at: now,
  };
  await recordActivity(tx, { kind, data: { role: nameOf(grant) }, ...about });
}

export type CustodyRefusal =
  | "common.notFound"
  | "common.keyTaken"
  | ActorRefusal
  | "membership.notInCustody"
  | HoldRefusal;

/**
 * Steps up for an association nobody looks after (rule M7): in custody the platform calls for stewards, so any member who
 * takes part may answer, and the answer is the acceptance (rule PT2). The first to answer ends the custody.
 */
export async function takeUpCustody(
  actor: Actor,
  { associationSlug }: CustodyInput,
  now = new Date(),
): Promise<Result<{ associationSlug: string }, CustodyRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<{ associationSlug: string }, CustodyRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (locked?.standing.state !== "ACTIVE") return refuse("common.notFound");
    const { associationId, standing } = locked;
    const verdict = canHold(standing);
    if (!verdict.ok) return verdict;
    const { membershipId } = standing;
    // Theirs already, and in pause by a measure: it comes back by itself.
    if (await tx.roleGrant.count({ where: { membershipId, role: "STEWARD", state: "HELD" } }))
      return refuse("membership.notInCustody");
    if (!(await endCustody(tx, associationId, { actorId: actor.memberId, now })))
      return refuse("membership.notInCustody");

    await tx.roleGrant.updateMany({
      where: { membershipId, role: "STEWARD", state: "OFFERED" },
      data: { state: "ENDED", endedAt: now },
    });
    await tx.roleGrant.create({
      data: { membershipId, role: "STEWARD", state: "HELD", grantedAt: now, acceptedAt: now },
    });
    return ok({ associationSlug });
  });
}

/** Somebody looks after the association again. Says whether nobody did before. */
export async function endCustody(
  tx: Tx,
  id: string,
  { actorId, now }: { actorId: string | null; now: Date },
): Promise<boolean> {
  const data = { state: "OPEN", custodySince: null, custodyCalls: 0 } as const;
  const { count } = await tx.association.updateMany({ where: { id, state: "CUSTODY" }, data });
  if (count === 0) return false;
  const about = { actorId, associationId: id, subjectId: id, at: now };
  await recordActivity(tx, { kind: "association.custodyEnded", ...about });
  return true;
}
