import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction, lockAssociation, type Tx } from "@/lib/db/transaction";
import { activateMembership } from "../commands";
import { filePapers } from "../papers/commands";
import { inEach } from "../reminder/commands";
import type { ActivationRefusal, ActorRefusal } from "../rules";
import type { Door } from "../types";
import { vouchByInviting } from "../vouch/commands";
import { lockApplication, readEntry } from "./facts";
import { canHandIn, type HandingInRefusal, stateAt } from "./rules";
import type { ApplyInput, WithdrawInput } from "./schema";
import type { ApplicationState } from "./types";

export type ApplyRefusal = "common.notFound" | "common.keyTaken" | ActorRefusal | HandingInRefusal | ActivationRefusal;

type Applied = { applicationId: string; associationSlug: string; isMember: boolean };

/**
 * Hands the actor's papers in. Where the stewards decide, leaves a PENDING application; through an open door or with an
 * invitation (rule M3) an ACCEPTED one and an active membership, at once. Refuses what `doorNow` and the papers refuse.
 */
export async function applyToAssociation(
  actor: Actor,
  input: ApplyInput,
  now = new Date(),
): Promise<Result<Applied, ApplyRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { associationSlug, ...papers } = input;
  const { memberId } = actor;

  return inTransaction<Applied, ApplyRefusal>(actor, async (tx) => {
    const associationId = await lockAssociation(tx, associationSlug);
    if (!associationId) return refuse("common.notFound");
    await expireOverdue(tx, associationId, now);
    const entry = await readEntry(tx, { associationId, memberId, now });
    if (!entry) return refuse("common.notFound");

    const door = canHandIn(papers, entry);
    if (!door.ok) return door;
    const filing = filingFor(door.value, { ...entry, associationId, memberId, papers, now });
    const applicationId = await filePapers(tx, filing);
    const entered = await enter(tx, { ...filing, applicationId });
    return entered.ok ? ok({ applicationId, associationSlug, isMember: filing.door !== "APPLICATION" }) : entered;
  });
}

type Entry = NonNullable<Awaited<ReturnType<typeof readEntry>>>;
type Knock = Entry & {
  associationId: string;
  memberId: string;
  papers: Omit<ApplyInput, "associationSlug">;
  now: Date;
};

function filingFor(door: Door, { invitationId, thresholds: { decisionDays, ...thresholds }, ...knock }: Knock) {
  const waits = door === "APPLICATION";
  return {
    ...knock,
    door,
    invitationId,
    answerBy: waits ? addDays(knock.now, decisionDays) : null,
    thresholds: waits ? thresholds : null,
  };
}

type Entrance = {
  applicationId: string;
  associationId: string;
  memberId: string;
  door: Door;
  invitationId: string | null;
  now: Date;
};

/** What follows once the papers are filed: the stewards are told, or the person is in. */
async function enter(tx: Tx, entrance: Entrance): Promise<Result<null, ActivationRefusal>> {
  const { applicationId, associationId, memberId, door, invitationId, now } = entrance;
  const about = { actorId: memberId, memberId, associationId, subjectId: applicationId, at: now };
  const invitation = invitationId && (await acceptInvitation(tx, invitationId, now));
  if (door === "APPLICATION") {
    if (invitation) await vouchByInviting(tx, { applicationId, now, ...invitation });
    await recordActivity(tx, { kind: "membership.applied", ...about });
    return ok(null);
  }
  const activation = await activateMembership(tx, { applicationId, actorId: memberId, now });
  if (!activation.ok) return activation;
  await recordActivity(tx, { kind: "membership.joined", ...about });
  return ok(null);
}

/** Who invited, and why: where words are asked for, this is one. */
async function acceptInvitation(tx: Tx, id: string, now: Date): Promise<{ sponsorId: string; sentence: string }> {
  const data = { state: "ACCEPTED", closedAt: now } as const;
  const { inviterId, reason } = await tx.invitation.update({
    where: { id },
    data,
    select: { inviterId: true, reason: true },
  });
  return { sponsorId: inviterId, sentence: reason };
}

export type WithdrawRefusal = "common.notFound" | "common.keyTaken" | "membership.alreadyDecided";

/** Takes the actor's own pending application back, at once and without reason; they may apply again at once (rule M4). */
export async function withdrawApplication(
  actor: Actor,
  { applicationId }: WithdrawInput,
  now = new Date(),
): Promise<Result<{ applicationId: string }, WithdrawRefusal>> {
  const { memberId } = actor;
  return inTransaction<{ applicationId: string }, WithdrawRefusal>(actor, async (tx) => {
    const facts = await lockApplication(tx, applicationId);
    if (facts?.memberId !== memberId) return refuse("common.notFound");
    const state = stateAt({ ...facts, now });
    if (state !== "PENDING") return refuse("membership.alreadyDecided", { params: { state } });
    await closeApplication(tx, applicationId, "WITHDRAWN", now);
    const { associationId } = facts;
    const about = { actorId: memberId, memberId, associationId, subjectId: applicationId, at: now };
    await recordActivity(tx, { kind: "membership.withdrawn", ...about });
    return ok({ applicationId });
  });
}

/** Ends a pending application; behind the lock it is pending still, and the condition stands behind the lock (rule A4). */
export async function closeApplication(
  tx: Tx,
  id: string,
  state: Exclude<ApplicationState, "PENDING">,
  now: Date,
): Promise<void> {
  const { count } = await tx.application.updateMany({
    where: { id, state: "PENDING" },
    data: { state, closedAt: now },
  });
  if (count !== 1) throw new Error(`application ${id} was pending under the lock and is not`);
}

/**
 * Closes every application nobody decided in its days (rule M6); both sides hear of it from the activity. Run by a job.
 * Returns how many were closed.
 */
export async function expireApplications(now = new Date()): Promise<number> {
  const due = await db.association.findMany({
    where: { applications: { some: { state: "PENDING", answerBy: { lt: now } } } },
    select: { slug: true },
  });
  return inEach(
    due.map(({ slug }) => slug),
    (tx, associationId) => expireOverdue(tx, associationId, now),
  );
}

/** Writes EXPIRED on what is past its day in one association. The caller holds its lock. */
export async function expireOverdue(tx: Tx, associationId: string, now: Date): Promise<number> {
  const due = await tx.application.findMany({
    where: { associationId, state: "PENDING", answerBy: { lt: now } },
    select: { id: true, memberId: true },
  });
  for (const { id, memberId } of due) {
    await closeApplication(tx, id, "EXPIRED", now);
    const about = { actorId: null, memberId, associationId, subjectId: id, at: now };
    await recordActivity(tx, { kind: "membership.expired", ...about });
  }
  return due.length;
}
