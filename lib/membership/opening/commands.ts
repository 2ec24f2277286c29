import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { expireOverdue } from "../application/commands";
import { readDecision } from "../decision/facts";
import { readStanding } from "../facts";
import { meetApplication, writeInvitation } from "../invitation/commands";
import { INVITATION_DAYS } from "../invitation/rules";
import { closeLetters } from "../letter/commands";
import type { ActorRefusal } from "../rules";
import { hasTakenUp, lockSource, readTaking, type Source } from "./facts";
import { canTakeUp, type TakingRefusal } from "./rules";
import type { OpeningInput } from "./schema";

export type TakeUpRefusal =
  | "common.keyTaken"
  | "membership.openingOver"
  | "membership.alreadyApplied"
  | ActorRefusal
  | TakingRefusal;

/** INVITED: the four steps are open to them. ADMITTED, SUPPORTED: they had knocked already, and this was the inviter's word (rule M3). */
type TakenUp = { associationSlug: string; outcome: "INVITED" | "ADMITTED" | "SUPPORTED" };

/**
 * Takes up the invitation in a letter or a link, by whoever holds it with whatever address they proved: a letter once, a link
 * once a person while uses are left (rule A5). Leaves a PENDING invitation of the holder and enrols nobody (rule M2); what was
 * written to an address is forgotten with it.
 */
export async function takeUpOpening(
  actor: Actor,
  { token }: OpeningInput,
  now = new Date(),
): Promise<Result<TakenUp, TakeUpRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<TakenUp, TakeUpRefusal>(actor, async (tx) => {
    const source = await lockSource(tx, { token, now });
    if (!source) return refuse("membership.openingOver");
    if (await hasTakenUp(tx, { source, memberId })) return ok(invited(source));
    return source.isOpen ? takeUp(tx, { source, memberId, now }) : refuse("membership.openingOver");
  });
}

type Locked = Source & { associationSlug: string };
type Taking = { source: Locked; memberId: string; now: Date };

const invited = ({ associationSlug }: Locked) => ({ associationSlug, outcome: "INVITED" }) as const;

/** Somebody invited by name already stays so: a letter is spent on them all the same, a use of a link is not. */
async function takeUp(tx: Tx, taking: Taking): Promise<Result<TakenUp, TakeUpRefusal>> {
  const { source, now } = taking;
  await expireOverdue(tx, source.associationId, now);
  const { facts, applicationId, isInvited } = await readTaking(tx, taking);
  const verdict = canTakeUp(facts);
  if (!verdict.ok) return verdict;
  if (applicationId) return meet(tx, { ...taking, applicationId });
  if (!isInvited) await invite(tx, taking);
  if (!isInvited || source.letterId) await spend(tx, source, now);
  return ok(invited(source));
}

async function invite(tx: Tx, { source, memberId, now }: Taking): Promise<void> {
  const { associationId, inviterId, reason, letterId, linkId } = source;
  const expiresAt = letterId ? source.expiresAt : addDays(now, INVITATION_DAYS);
  const invitation = { associationId, memberId, inviterId, reason, expiresAt, now };
  await writeInvitation(tx, { ...invitation, ...(letterId && { letterId }), ...(linkId && { linkId }) });
}

/** A letter is spent whole; a link by one use, behind the lock and behind its own condition. */
async function spend(tx: Tx, { letterId, linkId }: Source, now: Date): Promise<void> {
  if (letterId) await closeLetters(tx, { where: { id: letterId }, state: "TAKEN", now });
  if (linkId) await tx.invitationLink.update({ where: { id: linkId }, data: { usesTaken: { increment: 1 } } });
}

type Meeting = Taking & { applicationId: string };

/**
 * The holder had knocked already (rule M3): the invitation counts as the inviter's admission, when it may; else their
 * application goes on waiting and the letter or the use is not spent.
 */
async function meet(tx: Tx, meeting: Meeting): Promise<Result<TakenUp, TakeUpRefusal>> {
  const { source, applicationId, memberId, now } = meeting;
  const { associationId, inviterId, reason, letterId, linkId } = source;
  const inviter = await readStanding(tx, { memberId: inviterId, associationId, now });
  const decision = await readDecision(tx, applicationId);
  const hasSaid = decision?.deciderIds.includes(inviterId) ?? true;
  if (hasSaid || !inviter?.responsibilities.includes("ADMIT")) return refuse("membership.alreadyApplied");
  const from = { ...(letterId && { letterId }), ...(linkId && { linkId }) };
  await spend(tx, source, now);
  const met = await meetApplication(tx, applicationId, { associationId, memberId, inviterId, reason, now, ...from });
  return met.ok ? met : refuse("membership.alreadyApplied");
}

export type DeclineOpeningRefusal = "membership.openingOver";

/**
 * «Non ora» by whoever holds a letter, signed in or not (rule PT3): no reason, no trace but to whoever wrote it, and whom it
 * was written to is forgotten. The record names no association and nobody else.
 */
export async function declineLetter(
  { token }: OpeningInput,
  now = new Date(),
): Promise<Result<null, DeclineOpeningRefusal | "common.keyTaken">> {
  return inTransaction<null, DeclineOpeningRefusal>(null, async (tx) => {
    const source = await lockSource(tx, { token, now });
    if (!source?.letterId || !source.isOpen) return refuse("membership.openingOver");
    const { letterId, inviterId } = source;
    await closeLetters(tx, { where: { id: letterId }, state: "DECLINED", now });
    const about = { actorId: null, memberId: inviterId, subjectId: letterId, at: now };
    await recordActivity(tx, { kind: "membership.invitationDeclined", ...about });
    return ok(null);
  });
}
