import "server-only";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findWhom } from "@/lib/directory/whom/facts";
import type { WhomRefusal } from "@/lib/directory/whom/rules";
import { enterProject, recordInProject, type Standing } from "../commands";
import { takeProject } from "../facts";
import type { IdeaInput } from "../idea/schema";
import { mayManageProject } from "../policy";
import { readInviting } from "./facts";
import { canInvite, type InviteRefusal } from "./rules";
import type { InviteToIdeaInput, SentInvitationInput } from "./schema";

type Asked = { slug: string };
export type InvitingRefusal = InviteRefusal | "project.noSuchPerson" | WhomRefusal | Standing;

/** Asks one person to dream the idea too, saying why them (promise P52). By its owner. It makes nobody a co-proposer (rule PT2). */
export async function inviteToIdea(
  actor: Actor,
  { slug, whom, reason }: InviteToIdeaInput,
  now = new Date(),
): Promise<Result<Asked, InvitingRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Asked, InvitingRefusal>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayManageProject, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const meant = await findWhom(tx, actor, { typed: whom, nobody: "project.noSuchPerson" });
    if (!meant.ok) return meant;
    const toId = meant.value;
    const facts = await readInviting(tx, { project, toId, now });
    if (!facts) return refuse("project.noSuchPerson", { field: "whom" });
    const verdict = canInvite(facts);
    if (!verdict.ok) return verdict;
    const asked = { projectId: project.id, toId, askedById: actor.memberId, reason, askedAt: now };
    const { id } = await tx.ideaInvitation.create({ data: asked, select: { id: true } });
    await recordInProject(tx, {
      kind: "project.ideaInvited",
      actor,
      project,
      memberId: toId,
      subjectId: id,
      now,
    });
    return ok({ slug });
  });
}

export type DeclineRefusal = "project.invitationClosed" | Standing;

/** Says «non ora» to an invitation: no reason is asked, and only whoever asked may read of it (rule PT3). By whoever was asked. */
export async function declineIdeaInvitation(
  actor: Actor,
  { slug }: IdeaInput,
  now = new Date(),
): Promise<Result<Asked, DeclineRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Asked, DeclineRefusal>(actor, async (tx) => {
    const project = (await takeProject(tx, actor.memberId, slug, now))?.project;
    const newest = project && (await readNewest(tx, { projectId: project.id, toId: actor.memberId }));
    if (!newest) return refuse("common.notFound");
    if (newest.state === "DECLINED") return ok({ slug });
    if (newest.state !== "OPEN") return refuse("project.invitationClosed");
    await close(tx, { id: newest.id, state: "DECLINED", now });
    const memberId = newest.askedById;
    await recordInProject(tx, {
      kind: "project.ideaInvitationDeclined",
      actor,
      project,
      memberId,
      subjectId: newest.id,
      now,
    });
    return ok({ slug });
  });
}

/** Takes an invitation back. By the owner. */
export async function withdrawIdeaInvitation(
  actor: Actor,
  { slug, invitationId }: SentInvitationInput,
  now = new Date(),
): Promise<Result<Asked, DeclineRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Asked, DeclineRefusal>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayManageProject, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const sent = await readNewest(tx, { id: invitationId, projectId: project.id });
    if (!sent) return refuse("common.notFound");
    if (sent.state === "WITHDRAWN") return ok({ slug });
    if (sent.state !== "OPEN") return refuse("project.invitationClosed");
    await close(tx, { id: sent.id, state: "WITHDRAWN", now });
    const kind = "project.ideaInvitationWithdrawn";
    await recordInProject(tx, { kind, actor, project, memberId: sent.toId, subjectId: sent.id, now });
    return ok({ slug });
  });
}

type Which = { projectId: string; id?: string; toId?: string };

function readNewest(tx: Tx, where: Which) {
  return tx.ideaInvitation.findFirst({
    where,
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    select: { id: true, state: true, toId: true, askedById: true },
  });
}

type Closing = { id: string; state: "DECLINED" | "WITHDRAWN"; now: Date };

async function close(tx: Tx, { id, state, now }: Closing): Promise<void> {
  await tx.ideaInvitation.update({
    where: { id, state: "OPEN" },
    data: { state, closedAt: now },
    select: { id: true },
  });
}
