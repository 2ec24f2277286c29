import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { sumOfEach } from "@/lib/core/each";
import { ok, type Result, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction, type KeyRefusal, type Tx } from "@/lib/db/transaction";
import { type Home, listOverdueHomes, lockOverdue, lockProjectOfCommitment, readCommitment } from "./facts";
import { type CloseRefusal, canClose, isReleasedInTime } from "./rules";
import type { CloseInput } from "./schema";

type Closed = { slug: string };
export type CommitmentRefusal =
  | CloseRefusal
  | "common.notFound"
  | "common.unverified"
  | "common.suspended"
  | KeyRefusal;

/** Closes a commitment of the actor's to a project: kept with another's confirmation, or in part (rule K1). */
export async function closeCommitment(
  actor: Actor,
  { commitmentId, outcome, note }: CloseInput,
  now = new Date(),
): Promise<Result<Closed, CommitmentRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Closed, CommitmentRefusal>(actor, async (tx) => {
    await lockProjectOfCommitment(tx, commitmentId);
    const found = await readCommitment(tx, commitmentId, actor.memberId);
    if (!found) return refuse("common.notFound");
    const verdict = canClose(found, outcome);
    if (!verdict.ok) return verdict;
    await tx.commitment.update({
      where: { id: commitmentId, state: "OPEN" },
      data: { state: outcome, closedAt: now, note },
      select: { id: true },
    });
    await recordActivity(tx, {
      kind: "contribution.commitmentClosed",
      actorId: actor.memberId,
      memberId: found.ownerId,
      associationId: found.associationId,
      projectId: found.projectId,
      subjectId: commitmentId,
      data: { slug: found.slug, project: found.project, state: outcome },
      at: now,
    });
    return ok({ slug: found.slug });
  });
}

type Opening = {
  memberId: string;
  projectId: string;
  needOfferId: string;
  text: string;
  locale: string;
  dueOn: Date | null;
  now: Date;
};

/** Writes down what somebody took on with a seat: their own offer was the acceptance (rule PT2). */
export async function openCommitment(tx: Tx, { now, ...commitment }: Opening): Promise<void> {
  await tx.commitment.create({ data: { ...commitment, createdAt: now }, select: { id: true } });
}

/**
 * Lets go of the commitment that came with a seat its holder leaves, when they leave in time (rule K2), or while the project is suspended
 * and nobody could keep it. Later it stays open, for its subject to close in part or for time to call it missed. Says whether it was let go.
 */
export async function releaseSeat(tx: Tx, needOfferId: string, now: Date): Promise<boolean> {
  const open = await tx.commitment.findUnique({
    where: { needOfferId, state: "OPEN" },
    select: { id: true, dueOn: true, project: { select: { state: true } } },
  });
  if (!open) return true;
  const dueOn = open.dueOn?.toISOString().slice(0, 10) ?? null;
  if (open.project?.state !== "SUSPENDED" && !isReleasedInTime(dueOn, now)) return false;
  await tx.commitment.update({
    where: { id: open.id },
    data: { state: "RELEASED", closedAt: now },
    select: { id: true },
  });
  return true;
}

/** The commitment that came with a seat, while it is open, is due on the later day its holder said. */
export async function postponeSeat(tx: Tx, needOfferId: string, dueOn: Date): Promise<void> {
  await tx.commitment.updateMany({ where: { needOfferId, state: "OPEN" }, data: { dueOn } });
}

/** Lets every open commitment of a project go: nobody is held to what no longer is (rule K2). Returns how many there were. */
export async function releaseCommitments(tx: Tx, projectId: string, now: Date): Promise<number> {
  const { count } = await tx.commitment.updateMany({
    where: { projectId, state: "OPEN" },
    data: { state: "RELEASED", closedAt: now },
  });
  return count;
}

/**
 * A job: commitments still open 14 days after their day are missed (rule K2). One to a project without a day of its own has
 * that of the project's last deliverable. One association or project at a time, so that none waits for another. Whoever closes
 * one just then goes first, or finds it missed. Returns how many it closed.
 */
export async function missOverdueCommitments(now = new Date()): Promise<number> {
  return sumOfEach(await listOverdueHomes(db, dayOf(now)), (home) => missOverdueOf(home, now));
}

async function missOverdueOf(home: Home, now: Date): Promise<number> {
  const result = await inTransaction<number, never>(null, async (tx) => {
    const overdue = await lockOverdue(tx, home, dayOf(now));
    const rows = await tx.$queryRaw<Missed[]>`
      UPDATE "Commitment" c SET "state" = 'MISSED', "closedAt" = ${now}
        FROM "Commitment" same LEFT JOIN "Project" p ON p."id" = same."projectId" LEFT JOIN "Association" a ON a."id" = same."associationId"
       WHERE same."id" = c."id" AND c."state" = 'OPEN' AND c."id" = ANY(${overdue}::uuid[])
      RETURNING c."id"::text, c."memberId"::text AS "memberId", p."id"::text AS "projectId", COALESCE(p."slug", a."slug") AS "slug",
                p."title" AS "project", COALESCE(p."associationId", c."associationId")::text AS "associationId"`;
    for (const { id, memberId, projectId, associationId, slug, project } of rows)
      await recordActivity(tx, {
        kind: "contribution.commitmentClosed",
        actorId: null,
        memberId,
        associationId,
        projectId,
        subjectId: id,
        data: { slug, ...(project && { project }), state: "MISSED" },
        at: now,
      });
    return ok(rows.length);
  });
  return result.ok ? result.value : 0;
}

type Missed = {
  id: string;
  memberId: string | null;
  projectId: string | null;
  associationId: string | null;
  slug: string;
  project: string | null;
};
