import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { dateOf, dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { enterProject, type Standing } from "../commands";
import { factsToTell, type ProjectFacts } from "../facts";
import { mayManageProject } from "../policy";
import { readCompetenceId } from "../proposal/facts";
import { type AddRefusal, canAddDeliverable, canAddNeed } from "../rules";
import type { AddDeliverableInput, AddNeedInput, DeliverInput } from "../schema";

type Planned = { slug: string };
export type PlanRefusal = AddRefusal | "project.dueBefore" | Standing;

const may = mayManageProject;
const asDate = (day: string | null) => day && dateOf(day);
const isPast = (due: string | null, now: Date) => due !== null && due < dayOf(now);

/** Adds a need to a project people can still sit down at. By its owner; nothing indispensable once it runs (rule PJ2). */
export async function addNeed(
  actor: Actor,
  { slug, competence, due, hours, ...need }: AddNeedInput,
  now = new Date(),
): Promise<Result<Planned, PlanRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  if (isPast(due, now)) return refuse("project.dueBefore", { field: "due" });
  return inTransaction<Planned, PlanRefusal>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const verdict = canAddNeed(project, need.isCritical);
    if (!verdict.ok) return verdict;
    const competenceId = await readCompetenceId(tx, competence);
    const position = project.needs.length;
    await tx.need.create({
      data: { ...need, projectId: project.id, position, competenceId, dueOn: asDate(due), minutes: hours },
      select: { id: true },
    });
    await tellEdit(tx, { actor, project, now });
    return ok({ slug });
  });
}

/** Adds something the project will hand over. By its owner. */
export async function addDeliverable(
  actor: Actor,
  { slug, title, due }: AddDeliverableInput,
  now = new Date(),
): Promise<Result<Planned, PlanRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  if (isPast(due, now)) return refuse("project.dueBefore", { field: "due" });
  return inTransaction<Planned, PlanRefusal>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const verdict = canAddDeliverable(project.state, project.deliverables);
    if (!verdict.ok) return verdict;
    const position = project.deliverables;
    await tx.deliverable.create({
      data: { projectId: project.id, position, title, dueOn: asDate(due) },
      select: { id: true },
    });
    await tellEdit(tx, { actor, project, now });
    return ok({ slug });
  });
}

/** Says that something promised was handed over today, and by what one sees it. By the owner of a running project; said twice it stays as first said. */
export async function markDelivered(
  actor: Actor,
  { slug, deliverableId, ...evidence }: DeliverInput,
  now = new Date(),
): Promise<Result<Planned, "project.notRunning" | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Planned, "project.notRunning" | Standing>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const row = await tx.deliverable.findUnique({
      where: { id: deliverableId, projectId: project.id },
      select: { doneOn: true },
    });
    if (!row) return refuse("common.notFound");
    if (row.doneOn) return ok({ slug });
    if (project.state !== "ACTIVE") return refuse("project.notRunning");
    await tx.deliverable.update({
      where: { id: deliverableId },
      data: { doneOn: dateOf(dayOf(now)), ...evidence },
      select: { id: true },
    });
    await tellEdit(tx, { actor, project, now });
    return ok({ slug });
  });
}

async function tellEdit(tx: Tx, { actor, project, now }: { actor: Actor; project: ProjectFacts; now: Date }) {
  await recordActivity(tx, {
    kind: "project.edited",
    actorId: actor.memberId,
    associationId: project.associationId,
    projectId: project.id,
    subjectId: project.id,
    data: factsToTell(project),
    at: now,
  });
}
