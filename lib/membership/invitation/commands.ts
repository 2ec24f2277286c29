import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findWhom } from "@/lib/directory/whom/facts";
import type { WhomRefusal } from "@/lib/directory/whom/rules";
import { expireOverdue } from "../application/commands";
import { type AdmissionRefusal, sayOn } from "../decision/commands";
import { readDecision } from "../decision/facts";
import type { DecisionRefusal } from "../decision/rules";
import { lockWithStanding } from "../facts";
import { mayInvite } from "../policy";
import type { ActorRefusal } from "../rules";
import { vouchByInviting } from "../vouch/commands";
import { countVouches } from "../vouch/facts";
import { lockInvitation, readInviting } from "./facts";
import { canInvite, INVITATION_DAYS, type InviteRefusal, invitationStateAt } from "./rules";
import type { InvitationInput, InviteInput } from "./schema";

export type InvitingRefusal =
  | "common.notFound"
  | "common.keyTaken"
  | "membership.noSuchPerson"
  | WhomRefusal
  | ActorRefusal
  | InviteRefusal
  | DecisionRefusal
  | AdmissionRefusal;

/** INVITED: they are asked. ADMITTED, SUPPORTED: they had knocked already, and this was a word on their application. */
type Invited = { associationSlug: string; outcome: "INVITED" | "ADMITTED" | "SUPPORTED" };

/**
 * Asks one person into an association, saying why (promise P52). Leaves a PENDING invitation, which enrols nobody. Somebody
 * who knocked already keeps text and answers: the invitation counts as the inviter's admission (rule M3).
 */
export async function inviteMember(
  actor: Actor,
  { associationSlug, whom, reason }: InviteInput,
  now = new Date(),
): Promise<Result<Invited, InvitingRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const inviterId = actor.memberId;
  return inTransaction<Invited, InvitingRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, inviterId, associationSlug, now);
    if (!locked || !mayInvite(actor, locked.standing)) return refuse("common.notFound");
    await expireOverdue(tx, locked.associationId, now);
    const meant = await findWhom(tx, actor, { typed: whom, nobody: "membership.noSuchPerson" });
    if (!meant.ok) return meant;
    const memberId = meant.value;
    const { facts, applicationId } = await readInviting(tx, { ...locked, inviterId, inviteeId: memberId, now });
    const verdict = canInvite(facts);
    if (!verdict.ok) return verdict;
    const invitation = { associationId: locked.associationId, memberId, inviterId, reason, now };
    if (applicationId) return meetApplication(tx, applicationId, invitation);
    const { id } = await writeInvitation(tx, { ...invitation, expiresAt: addDays(now, INVITATION_DAYS) });
    const about = { actorId: inviterId, memberId, associationId: invitation.associationId, subjectId: id, at: now };
    await recordActivity(tx, { kind: "membership.invited", ...about });
    return ok({ associationSlug, outcome: "INVITED" });
  });
}

type NewInvitation = {
  associationId: string;
  memberId: string;
  inviterId: string;
  reason: string;
  now: Date;
  letterId?: string;
  linkId?: string;
};

/** Leaves a PENDING invitation of one person, in the place of one past its day. The caller holds the association's lock. */
export async function writeInvitation(tx: Tx, { now, ...invitation }: NewInvitation & { expiresAt: Date }) {
  const { associationId, memberId } = invitation;
  await tx.invitation.updateMany({
    where: { associationId, memberId, state: "PENDING" },
    data: { state: "EXPIRED", closedAt: now },
  });
  return tx.invitation.create({ data: { ...invitation, createdAt: now }, select: { id: true } });
}

/** The invitation meets an application that waits: it counts as the inviter's admission (rule M3). The caller holds the lock. */
export async function meetApplication(
  tx: Tx,
  applicationId: string,
  { now, ...invitation }: NewInvitation,
): Promise<Result<Invited, InvitingRefusal>> {
  const found = await readDecision(tx, applicationId);
  if (!found) return refuse("common.notFound");
  const facts = await vouchedFor(tx, { applicationId, found, invitation: { ...invitation, now } });
  const word = { outcome: "ADMIT" as const, reason: null, message: invitation.reason, clauseId: null };
  const decided = await sayOn(tx, { applicationId, facts, word, deciderId: invitation.inviterId, now });
  if (!decided.ok) return decided;
  const { associationSlug, state } = decided.value;
  if (state === "PENDING") return ok({ associationSlug, outcome: "SUPPORTED" });
  const { id } = await tx.invitation.create({
    data: { ...invitation, state: "ACCEPTED", createdAt: now, expiresAt: addDays(now, INVITATION_DAYS), closedAt: now },
    select: { id: true },
  });
  await tx.application.update({ where: { id: applicationId }, data: { invitationId: id } });
  return ok({ associationSlug, outcome: "ADMITTED" });
}

type Vouched = {
  applicationId: string;
  found: NonNullable<Awaited<ReturnType<typeof readDecision>>>;
  invitation: NewInvitation;
};

/** Where words are asked for, the inviter's reason is one. */
async function vouchedFor(tx: Tx, { applicationId, found, invitation }: Vouched) {
  if (found.sponsorsRequired === 0) return found;
  const { inviterId: sponsorId, reason: sentence, associationId, now } = invitation;
  await vouchByInviting(tx, { applicationId, sponsorId, sentence, now });
  return { ...found, vouchCount: await countVouches(tx, applicationId, associationId) };
}

export type AnswerInvitationRefusal = "common.notFound" | "common.keyTaken" | "membership.invitationOver";

/**
 * «Non ora», by whoever was asked (rule PT3): no reason, no consequence but that the same person does not ask again for
 * ninety days. The record names no association, so that no list of what happened there shows it.
 */
export async function declineInvitation(actor: Actor, input: InvitationInput, now = new Date()) {
  return closeInvitation(actor, { ...input, state: "DECLINED", now });
}

/** Takes an invitation back, by whoever sent it. */
export async function withdrawInvitation(actor: Actor, input: InvitationInput, now = new Date()) {
  return closeInvitation(actor, { ...input, state: "WITHDRAWN", now });
}

type Closing = InvitationInput & { state: "DECLINED" | "WITHDRAWN"; now: Date };
type Closed = { associationSlug: string };

function closeInvitation(
  actor: Actor,
  { invitationId, state, now }: Closing,
): Promise<Result<Closed, AnswerInvitationRefusal>> {
  const actorId = actor.memberId;
  return inTransaction<Closed, AnswerInvitationRefusal>(actor, async (tx) => {
    const invitation = await lockInvitation(tx, invitationId);
    if (!invitation || actorId !== closerOf(invitation, state)) return refuse("common.notFound");
    const present = invitationStateAt({ ...invitation, now });
    if (present !== "PENDING") return refuse("membership.invitationOver", { params: { state: present } });
    await tx.invitation.update({ where: { id: invitationId }, data: { state, closedAt: now } });

    const about = { actorId, subjectId: invitationId, at: now };
    await recordActivity(tx, { ...toldTo(invitation, state), ...about });
    return ok({ associationSlug: invitation.associationSlug });
  });
}

type Sides = { associationId: string; memberId: string; inviterId: string };

const closerOf = ({ memberId, inviterId }: Sides, state: Closing["state"]) =>
  state === "DECLINED" ? memberId : inviterId;

const toldTo = ({ associationId, memberId, inviterId }: Sides, state: Closing["state"]) =>
  state === "DECLINED"
    ? ({ kind: "membership.invitationDeclined", memberId: inviterId } as const)
    : ({ kind: "membership.invitationWithdrawn", memberId, associationId } as const);

/** Closes every invitation nobody answered in its days. Nobody is told: silence is an answer too. Run by a job. */
export async function expireInvitations(now = new Date()): Promise<number> {
  const { count } = await db.invitation.updateMany({
    where: { state: "PENDING", expiresAt: { lte: now } },
    data: { state: "EXPIRED", closedAt: now },
  });
  return count;
}
