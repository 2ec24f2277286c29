import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { dateOf, dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type KeyRefusal } from "@/lib/db/transaction";
import type { WhomRefusal } from "@/lib/directory/whom/rules";
import { lockWithStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import { readCharterOfDeeds } from "../outside/facts";
import { takePair } from "../pair/facts";
import { canPairConfirm, type PairRefusal } from "../pair/rules";
import { takeAddressee, takePromise } from "./facts";
import * as rules from "./rules";
import type { AttestInput, CloseOwnInput, NoteInput, PromiseInput } from "./schema";

type At = { associationSlug: string };
type Common = "common.notFound" | "common.unverified" | "common.suspended" | KeyRefusal;

export type PromiseFailure = rules.PromiseRefusal | WhomRefusal | Common;

/** Says what one will do by a day, for the association or for a fellow member; or, answering for EDIT, what the association will. */
export async function declareCommitment(
  actor: Actor,
  { associationSlug, subject, text, toWhom, dueOn, value }: PromiseInput,
  now = new Date(),
): Promise<Result<At, PromiseFailure>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  const isForAssociation = subject === "ASSOCIATION";
  const typed = isForAssociation ? null : toWhom;
  return inTransaction<At, PromiseFailure>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, memberId, associationSlug, now);
    if (!locked || !isMember(locked.standing.state)) return refuse("common.notFound");
    const { associationId, standing } = locked;
    const to = await takeAddressee(tx, actor, { associationId, typed });
    if (!to.ok) return to;
    const { id: toId, isFellow } = to.value;
    const { values, locale } = await readCharterOfDeeds(tx, { associationId, now });
    const facts = { standing, today: dayOf(now), values, isForAssociation, isToFellow: isFellow };
    const verdict = rules.canPromise(facts, { dueOn, value });
    if (!verdict.ok) return verdict;

    const whose = isForAssociation ? { declaredById: memberId } : { memberId, toId };
    const { id } = await tx.commitment.create({
      data: { ...whose, associationId, text, locale, dueOn: dateOf(dueOn), valueSlug: value, createdAt: now },
      select: { id: true },
    });
    const told = { actorId: memberId, memberId: toId, associationId, subjectId: id, data: { slug: associationSlug } };
    await recordActivity(tx, { kind: "contribution.commitmentDeclared", ...told, at: now });
    return ok({ associationSlug });
  });
}

export type CloseOwnFailure = rules.OwnCloseRefusal | Common;

/** Closes a commitment: only its subject does (rule K1). Nothing keeps anybody from it, in pause or with a charter to accept (M11). */
export async function closeOwnCommitment(
  actor: Actor,
  { commitmentId: id, outcome, evidence, note }: CloseOwnInput,
  now = new Date(),
): Promise<Result<At, CloseOwnFailure>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<At, CloseOwnFailure>(actor, async (tx) => {
    const taken = await takePromise(tx, { id, memberId, now });
    if (!taken) return refuse("common.notFound");
    const verdict = rules.canCloseOwn(taken.facts, { outcome, evidence });
    if (!verdict.ok) return verdict;
    const closing = { state: outcome, closedAt: now, closedById: memberId, evidence, note };
    await tx.commitment.update({ where: { id, state: "OPEN" }, data: closing, select: { id: true } });
    const { associationId, slug, row } = taken;
    const told = { actorId: memberId, memberId: row.memberId, associationId, subjectId: id, at: now };
    await recordActivity(tx, { kind: "contribution.commitmentClosed", ...told, data: { slug, state: outcome } });
    return ok({ associationSlug: slug });
  });
}

export type AttestFailure = rules.AttestRefusal | PairRefusal | Common;

/** Says that what somebody else committed to was done; closing it stays with its subject (rules K1, K3). */
export async function confirmCommitment(
  actor: Actor,
  { commitmentId: id }: AttestInput,
  now = new Date(),
): Promise<Result<At, AttestFailure>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<At, AttestFailure>(actor, async (tx) => {
    const taken = await takePromise(tx, { id, memberId, now });
    if (!taken) return refuse("common.notFound");
    const verdict = rules.canAttest(taken.facts);
    if (!verdict.ok) return verdict;
    const { associationId, slug, subjectId, row } = taken;
    const pair = canPairConfirm(subjectId ? await takePair(tx, { subjectId, witnessId: memberId, now }) : 0);
    if (!pair.ok) return pair;
    const data = { confirmedById: memberId, confirmedAt: now };
    await tx.commitment.update({ where: { id, state: "OPEN", confirmedAt: null }, data, select: { id: true } });
    const told = { actorId: memberId, memberId: row.memberId, associationId, subjectId: id, data: { slug }, at: now };
    await recordActivity(tx, { kind: "contribution.commitmentConfirmed", ...told });
    return ok({ associationSlug: slug });
  });
}

export type NoteFailure = rules.NoteRefusal | Common;

/** Puts its subject's words beside a missed commitment, once (rules K2, T3). */
export async function noteCommitment(
  actor: Actor,
  { commitmentId: id, note }: NoteInput,
  now = new Date(),
): Promise<Result<At, NoteFailure>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<At, NoteFailure>(actor, async (tx) => {
    const taken = await takePromise(tx, { id, memberId: actor.memberId, now });
    if (!taken) return refuse("common.notFound");
    const verdict = rules.canNote(taken.facts);
    if (!verdict.ok) return verdict;
    await tx.commitment.update({ where: { id, note: "" }, data: { note }, select: { id: true } });
    return ok({ associationSlug: taken.slug });
  });
}
