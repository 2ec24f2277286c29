import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { enterProject, recordInProject, type Standing } from "../commands";
import { factsToTell, type ProjectFacts } from "../facts";
import { mayManageProject } from "../policy";
import { readLastApproval, takeApproval } from "./facts";
import { type AnswerApprovalRefusal, type AskApprovalRefusal, canAnswerApproval, canAskApproval } from "./rules";
import type { AnswerApprovalInput, AskApprovalInput } from "./schema";

type Asking = {
  project: Pick<ProjectFacts, "id" | "slug" | "title" | "associationId">;
  actor: Actor;
  note: string;
  now: Date;
};

/** Asks the association that leads a project for its word on it. The caller holds the project's lock, or has just made it. */
export async function openApproval(tx: Tx, { project, actor, note, now }: Asking): Promise<void> {
  const { id } = await tx.projectApproval.create({
    data: { projectId: project.id, askedById: actor.memberId, askedAt: now, note },
    select: { id: true },
  });
  await recordInProject(tx, { kind: "project.approvalAsked", actor, project, subjectId: id, now });
}

/** Asks once more after a no, saying what changed. By the owner. */
export async function askApproval(
  actor: Actor,
  { slug, note }: AskApprovalInput,
  now = new Date(),
): Promise<Result<{ slug: string }, AskApprovalRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<{ slug: string }, AskApprovalRefusal | Standing>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayManageProject, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const last = await readLastApproval(tx, project.id);
    const verdict = canAskApproval({ ...project, last: last?.state ?? null });
    if (!verdict.ok) return verdict;
    await openApproval(tx, { project, actor, note, now });
    return ok({ slug });
  });
}

type Answered = { association: string; state: "APPROVED" | "DECLINED" };
export type ApprovalRefusal = AnswerApprovalRefusal | Standing;

/**
 * Says for the association that a project may start, or why not, which its owner reads (rule PJ2). By whoever answers there for
 * EDIT; by whoever leads the project only where nobody else does. The same answer twice changes nothing.
 */
export async function answerApproval(
  actor: Actor,
  { approvalId, answer, reason }: AnswerApprovalInput,
  now = new Date(),
): Promise<Result<Answered, ApprovalRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Answered, ApprovalRefusal>(actor, async (tx) => {
    const found = await takeApproval(tx, { approvalId, memberId: actor.memberId, now });
    if (!found) return refuse("common.notFound");
    const { row, project, association, hasOthers } = found;
    if (row.state === answer) return ok({ association, state: answer });
    const verdict = canAnswerApproval({ state: row.state, isOwner: project.ownerId === actor.memberId, hasOthers });
    if (!verdict.ok) return verdict;
    const { associationId, ownerId } = project;
    await tx.projectApproval.update({
      where: { id: approvalId, state: "ASKED" },
      data: { state: answer, reason, associationId, answeredById: actor.memberId, closedAt: now },
      select: { id: true },
    });
    await recordActivity(tx, {
      kind: answer === "APPROVED" ? "project.approved" : "project.notApproved",
      ...{ actorId: actor.memberId, memberId: ownerId, associationId, projectId: project.id, subjectId: approvalId },
      ...{ data: factsToTell(project), at: now },
    });
    return ok({ association, state: answer });
  });
}
