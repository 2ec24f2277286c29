import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import type { ActivityKind } from "@/lib/activity/types";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { releaseCommitments } from "@/lib/contribution/commitment/commands";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type KeyRefusal, type Tx } from "@/lib/db/transaction";
import { factsToTell, type ProjectFacts, takeProject } from "./facts";
import { closedDoor, mayManageProject, mayStepBack } from "./policy";
import { type ConcludeRefusal, canConclude, canMove, isOver, type MoveRefusal } from "./rules";
import type { ConcludeInput, MoveInput } from "./schema";
import type { ProjectState } from "./types";

/** What every command on a project may answer besides its own refusals. */
export type Standing = "common.unverified" | "common.suspended" | "common.notFound" | "common.notAllowed" | KeyRefusal;
type Moved = { slug: string; state: ProjectState };

/** The project, locked, for those who may do this to it; else what they get to hear (rule A2). First step of every command here. */
export async function enterProject(
  tx: Tx,
  actor: Actor,
  { slug, may, now }: { slug: string; may: typeof mayManageProject; now: Date },
): Promise<Result<ProjectFacts, Standing>> {
  const found = await takeProject(tx, actor.memberId, slug, now);
  if (!found) return refuse("common.notFound");
  const closed = closedDoor(actor, found.scope, may);
  return closed ? refuse(closed) : ok(found.project);
}

/**
 * Sends a project on: opening it to feasibility, starting, suspending, resuming, abandoning (rule PJ2). By its owner;
 * suspending and abandoning also by an owner in pause. Abandoning lets every open commitment go (rule K2) and closes
 * the offers nobody answered.
 */
export async function moveProject(
  actor: Actor,
  { slug, to, note = "" }: MoveInput,
  now = new Date(),
): Promise<Result<Moved, MoveRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const may = to === "SUSPENDED" || to === "ABANDONED" ? mayStepBack : mayManageProject;
  return inTransaction<Moved, MoveRefusal | Standing>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    if (project.state === to) return ok({ slug, state: to });
    const verdict = canMove(project, to);
    if (!verdict.ok) return verdict;

    await writeState(tx, { project, to, note, actorId: actor.memberId, now });
    if (to === "ABANDONED") await endProject(tx, project.id, now);
    await recordActivity(tx, {
      kind: "project.transitioned",
      actorId: actor.memberId,
      associationId: project.associationId,
      projectId: project.id,
      subjectId: project.id,
      data: { ...factsToTell(project), from: project.state, to },
      at: now,
    });
    return ok({ slug, state: to });
  });
}

/** Publishes the result of a running project whose commitments are all resolved (rule PJ7). By its owner. */
export async function concludeProject(
  actor: Actor,
  { slug, result, lessons, links }: ConcludeInput,
  now = new Date(),
): Promise<Result<Moved, ConcludeRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Moved, ConcludeRefusal | Standing>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayManageProject, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const verdict = canConclude(project);
    if (!verdict.ok) return verdict;

    const resultLinks = { create: links.map(({ label, url }, position) => ({ position, label, url })) };
    await tx.project.update({
      where: { id: project.id },
      data: { result, lessons, resultLinks },
      select: { id: true },
    });
    await writeState(tx, { project, to: "COMPLETED", note: "", actorId: actor.memberId, now });
    await endProject(tx, project.id, now);
    await recordActivity(tx, {
      kind: "project.concluded",
      actorId: actor.memberId,
      associationId: project.associationId,
      projectId: project.id,
      subjectId: project.id,
      data: factsToTell(project),
      at: now,
    });
    return ok({ slug, state: "COMPLETED" });
  });
}

/** Suspends a running project whose lead goes: nobody answers for it until another leads (docs/adr/0036). Under its lock. */
export async function suspendByLead(tx: Tx, project: ProjectFacts, actor: Actor, now: Date): Promise<void> {
  await writeState(tx, { project, to: "SUSPENDED", note: "", actorId: actor.memberId, now });
  await recordActivity(tx, {
    kind: "project.transitioned",
    actorId: actor.memberId,
    associationId: project.associationId,
    projectId: project.id,
    subjectId: project.id,
    data: { ...factsToTell(project), from: project.state, to: "SUSPENDED" },
    at: now,
  });
}

type Writing = { project: ProjectFacts; to: ProjectState; note: string; actorId: string; now: Date };

/** The state and the row that says who changed it. Under the project's lock the old state cannot have moved. */
async function writeState(tx: Tx, { project, to, note, actorId, now }: Writing): Promise<void> {
  const isStart = to === "ACTIVE" && project.state === "FEASIBILITY";
  await tx.project.update({
    where: { id: project.id, state: project.state },
    data: { state: to, ...(isStart && { startedAt: now }), ...(isOver(to) && { concludedAt: now }) },
    select: { id: true },
  });
  await tx.projectTransition.create({
    data: { projectId: project.id, from: project.state, to, actorId, note, at: now },
  });
}

/**
 * At the end nobody waits any more: open offers close without a decider, what was asked and not answered is taken back, meetings ahead
 * are off; whoever takes part is told of the end itself.
 */
async function endProject(tx: Tx, projectId: string, now: Date): Promise<void> {
  await tx.needOffer.updateMany({
    where: { need: { projectId }, state: { in: ["WAITING", "QUEUED"] } },
    data: { state: "DECLINED", closedAt: now },
  });
  await tx.projectHandover.updateMany({
    where: { projectId, state: "OFFERED" },
    data: { state: "WITHDRAWN", closedAt: now },
  });
  await closeAskings(tx, projectId, now);
  await tx.taskAsk.updateMany({
    where: { task: { projectId }, state: "ASKED" },
    data: { state: "WITHDRAWN", closedAt: now },
  });
  const asked = { projectId, state: "ASKED" as const };
  await tx.coHosting.updateMany({ where: asked, data: { state: "WITHDRAWN", endedAt: now } });
  await tx.leadOffer.updateMany({
    where: { projectId, state: "OFFERED" },
    data: { state: "WITHDRAWN", closedAt: now },
  });
  await tx.meeting.updateMany({
    where: { projectId, cancelledAt: null, startsAt: { gt: now } },
    data: { cancelledAt: now, changedAt: now, sequence: { increment: 1 } },
  });
  await releaseCommitments(tx, projectId, now);
}

/** Nobody is asked any more into what was an idea, nor about a seat of what it became. */
async function closeAskings(tx: Tx, projectId: string, now: Date): Promise<void> {
  const data = { state: "WITHDRAWN", closedAt: now } as const;
  await tx.ideaInvitation.updateMany({ where: { projectId, state: "OPEN" }, data });
  await tx.seatAsk.updateMany({ where: { coProposer: { projectId }, state: "OPEN" }, data });
}

type Telling = {
  kind: ActivityKind;
  actor: Actor;
  project: Pick<ProjectFacts, "id" | "slug" | "title" | "associationId">;
  /** Whom it concerns. */
  memberId?: string | null;
  subjectId: string;
  more?: Readonly<Record<string, string | number>>;
  now: Date;
};

/** Writes down what happened in a project, under its name as it is. */
export async function recordInProject(tx: Tx, { actor, project, more, now, ...activity }: Telling): Promise<void> {
  await recordActivity(tx, {
    ...activity,
    actorId: actor.memberId,
    associationId: project.associationId,
    projectId: project.id,
    data: { ...factsToTell(project), ...more },
    at: now,
  });
}
