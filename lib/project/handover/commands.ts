import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import type { ActivityKind } from "@/lib/activity/types";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { enterProject, type Standing } from "../commands";
import { factsToTell, type ProjectFacts, takeProject } from "../facts";
import { mayReadProject, mayStepBack } from "../policy";
import { mayOwnThere, readAdoption, readHandoverFacts, readHandoverTo, readOpenHandover } from "./facts";
import { type AdoptRefusal, type AnswerRefusal, canAdopt, canAnswer, canAsk, type HandoverRefusal } from "./rules";
import type { AdoptInput, AnswerHandoverInput, OfferHandoverInput, WithdrawHandoverInput } from "./schema";

type Asked = { slug: string };

/** Asks a participant to look after the project in the owner's place (rule PJ7). Nothing changes until they accept (rule PT2). */
export async function offerHandover(
  actor: Actor,
  { slug, memberId }: OfferHandoverInput,
  now = new Date(),
): Promise<Result<Asked, HandoverRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Asked, HandoverRefusal | Standing>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayStepBack, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const verdict = canAsk({ ...(await readHandoverFacts(tx, { project, memberId, now })), now });
    if (!verdict.ok) return verdict;
    const { id } = await tx.projectHandover.create({
      data: { projectId: project.id, toId: memberId, offeredById: actor.memberId, offeredAt: now },
      select: { id: true },
    });
    await tell(tx, { kind: "project.handoverOffered", actor, project, memberId, subjectId: id, now });
    return ok({ slug });
  });
}

/** Takes the project on, or says «non ora» (rules PT2, PT3). By whoever was asked. */
export async function answerHandover(
  actor: Actor,
  { slug, answer }: AnswerHandoverInput,
  now = new Date(),
): Promise<Result<Asked, AnswerRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Asked, AnswerRefusal | Standing>(actor, async (tx) => {
    const found = await takeProject(tx, actor.memberId, slug, now);
    const pair = found && { project: found.project, memberId: actor.memberId };
    const asked = pair && (await readHandoverTo(tx, pair));
    if (!asked) return refuse("common.notFound");
    const { project } = pair;
    const isOpen = asked.state === "OFFERED";
    const verdict = canAnswer(
      { state: project.state, isOpen, mayOwn: await mayOwnThere(tx, { ...pair, now }) },
      answer,
    );
    if (!verdict.ok) return verdict;

    await tx.projectHandover.update({
      where: { id: asked.id, state: "OFFERED" },
      data: { state: answer, closedAt: now },
      select: { id: true },
    });
    if (answer === "ACCEPTED")
      await tx.project.update({ where: { id: project.id }, data: { ownerId: actor.memberId }, select: { id: true } });
    const kind = answer === "ACCEPTED" ? "project.handedOver" : "project.handoverRefused";
    await tell(tx, { kind, actor, project, memberId: project.ownerId, subjectId: asked.id, now });
    return ok({ slug });
  });
}

/** Takes the question back. By the owner. */
export async function withdrawHandover(
  actor: Actor,
  { slug }: WithdrawHandoverInput,
  now = new Date(),
): Promise<Result<Asked, "project.handoverClosed" | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Asked, "project.handoverClosed" | Standing>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayStepBack, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const open = await readOpenHandover(tx, project.id);
    if (!open) return refuse("project.handoverClosed");
    await tx.projectHandover.update({
      where: { id: open.id, state: "OFFERED" },
      data: { state: "WITHDRAWN", closedAt: now },
      select: { id: true },
    });
    const kind = "project.handoverWithdrawn";
    await tell(tx, { kind, actor, project, memberId: open.toId, subjectId: open.id, now });
    return ok({ slug });
  });
}

/**
 * Takes on a project of the association whose owner has gone; from then on it is handed over, resumed or let go like any
 * other. By whoever answers there for roles; it binds nobody else (rule PT2).
 */
export async function adoptProject(
  actor: Actor,
  { slug }: AdoptInput,
  now = new Date(),
): Promise<Result<Asked, AdoptRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Asked, AdoptRefusal | Standing>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayReadProject, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const facts = await readAdoption(tx, { project, memberId: actor.memberId, now });
    if (!facts) return refuse("common.notAllowed");
    const verdict = canAdopt(facts);
    if (!verdict.ok) return verdict;

    await tx.projectHandover.updateMany({
      where: { projectId: project.id, state: "OFFERED" },
      data: { state: "WITHDRAWN", closedAt: now },
    });
    const taken = { projectId: project.id, toId: actor.memberId, state: "ACCEPTED" as const, offeredAt: now };
    const { id } = await tx.projectHandover.create({ data: { ...taken, closedAt: now }, select: { id: true } });
    await tx.project.update({ where: { id: project.id }, data: { ownerId: actor.memberId }, select: { id: true } });
    await tell(tx, { kind: "project.handedOver", actor, project, memberId: project.ownerId, subjectId: id, now });
    return ok({ slug });
  });
}

type Telling = {
  kind: ActivityKind;
  actor: Actor;
  project: ProjectFacts;
  memberId: string | null;
  subjectId: string;
  now: Date;
};

async function tell(tx: Tx, { actor, project, now, ...activity }: Telling): Promise<void> {
  await recordActivity(tx, {
    ...activity,
    actorId: actor.memberId,
    associationId: project.associationId,
    projectId: project.id,
    data: factsToTell(project),
    at: now,
  });
}
