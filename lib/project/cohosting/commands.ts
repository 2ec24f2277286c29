import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { enterProject, type Standing } from "../commands";
import { factsToTell, type ProjectFacts } from "../facts";
import { mayManageProject } from "../policy";
import { type CoHostingRow, readAsking, readNamed, takeAsSteward, takeWithProject } from "./facts";
import { type AnswerCoHostRefusal, type AskCoHostRefusal, canAnswerCoHost, canAskCoHost } from "./rules";
import type { AnswerCoHostInput, AskCoHostInput, CoHostRefInput } from "./schema";

type Asked = { slug: string };

/**
 * Asks another association to carry the project with the one that leads it. By the owner. Nothing changes until whoever
 * answers there for what the association says of itself accepts (rule PT2).
 */
export async function askCoHost(
  actor: Actor,
  { slug, association, reason, brings }: AskCoHostInput,
  now = new Date(),
): Promise<Result<Asked, AskCoHostRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Asked, AskCoHostRefusal | Standing>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayManageProject, now });
    if (!entered.ok) return entered;
    const { id: projectId, state, associationId: leadId, title } = entered.value;
    const named = await readNamed(tx, association);
    const associationId = named.length === 1 ? named[0]?.id : undefined;
    const facts = await readAsking(tx, { projectId, associationId });
    const verdict = canAskCoHost({
      ...{ now, state, ...facts, named: named.length },
      ...{ hasAssociation: leadId !== null, isLead: leadId === associationId },
    });
    if (!verdict.ok) return verdict;
    if (!associationId) throw new Error("one association was named");

    const { id } = await tx.coHosting.create({
      data: { projectId, associationId, reason, brings, askedById: actor.memberId, askedAt: now },
      select: { id: true },
    });
    // Without the project: those asked may not read it yet, and are told of its name alone (rule A2).
    await recordActivity(tx, {
      ...{ kind: "project.coHostAsked", actorId: actor.memberId, associationId, subjectId: id, at: now },
      data: { project: title },
    });
    return ok({ slug });
  });
}

type Answered = { association: string; state: "CARRYING" | "NOT_NOW" };

/**
 * Says for the association that it carries the project too, or «non ora», for which no reason is asked (rules PT2, PT3). By
 * whoever answers there for EDIT. The same answer twice changes nothing.
 */
export async function answerCoHost(
  actor: Actor,
  { coHostingId: id, answer }: AnswerCoHostInput,
  now = new Date(),
): Promise<Result<Answered, AnswerCoHostRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Answered, AnswerCoHostRefusal | Standing>(actor, async (tx) => {
    const found = await takeAsSteward(tx, { id, memberId, now });
    if (!found) return refuse("common.notFound");
    const { row, project } = found;
    const done = ok({ association: row.association.slug, state: answer });
    if (row.state === answer) return done;
    const verdict = canAnswerCoHost({ asked: row.state, state: project.state }, answer);
    if (!verdict.ok) return verdict;

    await tx.coHosting.update({
      where: { id, state: "ASKED" },
      data: { state: answer, answeredById: memberId, answeredAt: now },
      select: { id: true },
    });
    const { id: projectId } = project;
    const told = { actorId: memberId, projectId, subjectId: id, data: factsToTell(project), at: now };
    // A «non ora» is written down without the association: no list of what happens there can show it (rule PT3, ADR 0016).
    await (answer === "CARRYING"
      ? recordActivity(tx, { kind: "project.coHostJoined", associationId: row.associationId, ...told })
      : recordActivity(tx, { kind: "project.coHostRefused", ...told }));
    return done;
  });
}

/** Takes an asking back that nobody answered. By the owner. */
export async function withdrawCoHost(
  actor: Actor,
  { coHostingId: id }: CoHostRefInput,
  now = new Date(),
): Promise<Result<Asked, "project.coHostClosed" | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Asked, "project.coHostClosed" | Standing>(actor, async (tx) => {
    const entered = await enterOwn(tx, actor, { id, now });
    if (!entered.ok) return entered;
    const { row, project } = entered.value;
    if (row.state !== "ASKED") return refuse("project.coHostClosed");
    await tx.coHosting.update({
      where: { id, state: "ASKED" },
      data: { state: "WITHDRAWN", endedById: actor.memberId, endedAt: now },
      select: { id: true },
    });
    const { id: projectId } = project;
    await recordActivity(tx, {
      ...{ kind: "project.coHostWithdrawn", actorId: actor.memberId, projectId, subjectId: id },
      ...{ data: factsToTell(project), at: now },
    });
    return ok({ slug: project.slug });
  });
}

/** An asking or co-hosting and its project, locked, for the project's owner; whoever is not learns of neither (rule A2). */
export async function enterOwn(
  tx: Tx,
  actor: Actor,
  { id, now }: { id: string; now: Date },
): Promise<Result<OwnCoHosting, Standing>> {
  const at = await takeWithProject(tx, id);
  if (!at) return refuse("common.notFound");
  const entered = await enterProject(tx, actor, { slug: at.project.slug, may: mayManageProject, now });
  return entered.ok ? ok({ row: at.row, project: entered.value }) : refuse("common.notFound");
}

type OwnCoHosting = { row: CoHostingRow; project: ProjectFacts };
