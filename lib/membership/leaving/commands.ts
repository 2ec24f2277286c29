import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import type { Actor } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, lockProjectsOf, type Tx } from "@/lib/db/transaction";
import { recordTransition } from "../commands";
import { lockWithStanding } from "../facts";
import { closeLetters } from "../letter/commands";
import type { Standing } from "../standing/types";
import { endUntrusted } from "../trust/commands";
import { readTies, type Ties } from "./facts";
import type { LeaveInput } from "./schema";

export type LeaveRefusal = "common.notFound" | "common.keyTaken";

type Left = { associationSlug: string; state: "LEFT" | "EXCLUDED"; isInCustody: boolean };
type Exit = { associationId: string; memberId: string; now: Date };
type Ending = Exit & {
  /** LEFT by oneself, EXCLUDED by others (rule M9). */
  to: "LEFT" | "EXCLUDED";
  /** Who ended it; null for a vote. */
  actorId: string | null;
  reason?: string;
};

/**
 * Leaves an association at once, without reason or approval (rule M7): nothing refuses but never having been in. In the same
 * transaction roles end, commitments are let go, offers are taken back, running projects of theirs are suspended, pending
 * invitations, letters and links of theirs are withdrawn (rule M8). The last who held CUSTODY leaves the association in the platform's.
 * Whoever is out already is told so, and nothing changes (rule A4).
 */
export async function leaveAssociation(
  actor: Actor,
  { associationSlug }: LeaveInput,
  now = new Date(),
): Promise<Result<Left, LeaveRefusal>> {
  const { memberId } = actor;
  return inTransaction<Left, LeaveRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, memberId, associationSlug, now);
    if (!locked) return refuse("common.notFound");
    const { associationId, standing } = locked;
    const { state } = standing;
    if (state === "LEFT" || state === "EXCLUDED") return ok({ associationSlug, state, isInCustody: false });

    const isInCustody = await endBelonging(tx, standing, {
      ...{ associationId, memberId, now },
      ...{ to: "LEFT", actorId: memberId },
    });
    const told = { actorId: memberId, associationId, subjectId: standing.membershipId, at: now };
    await recordActivity(tx, { kind: "membership.left", memberId, ...told });
    return ok({ associationSlug, state: "LEFT", isInCustody });
  });
}

/**
 * Everything that ends with a membership, whether one leaves or is excluded (rules M8, M9): the same for both. Answers whether
 * the association is in the platform's custody now. The caller holds the association's lock and records why.
 */
export async function endBelonging(tx: Tx, standing: Standing, ending: Ending): Promise<boolean> {
  const { associationId, memberId, now } = ending;
  const exit = { associationId, memberId, now };
  await lockProjectsOf(tx, associationId);
  const ties = await readTies(tx, exit);
  await releaseCommitments(tx, ties, now);
  await leaveProjects(tx, ties, exit);
  await leaveIdeas(tx, ties, exit);
  await withdrawAskings(tx, exit);
  await endMembership(tx, standing, ending);
  await endUntrusted(tx, { associationId }, now);
  if (ties.isLastCustodian) await beginCustody(tx, exit);
  return ties.isLastCustodian;
}

async function releaseCommitments(tx: Tx, { commitments }: Ties, now: Date): Promise<void> {
  const ids = commitments.map(({ id }) => id);
  await tx.commitment.updateMany({
    where: { id: { in: ids }, state: "OPEN" },
    data: { state: "RELEASED", closedAt: now },
  });
}

/** Seats open again, and nobody in the queue moves up by themselves: the owners are told. */
async function leaveProjects(tx: Tx, { offers, projects }: Ties, exit: Exit): Promise<void> {
  for (const offer of offers) await withdrawOffer(tx, offer, exit);
  for (const project of projects) await suspendProject(tx, project, exit);
  await tx.projectHandover.updateMany({
    where: { toId: exit.memberId, state: "OFFERED", project: { associationId: exit.associationId } },
    data: { state: "WITHDRAWN", closedAt: exit.now },
  });
}

type Project = Ties["projects"][number];
const about = ({ id, slug, title }: Project, { associationId, memberId, now }: Exit) =>
  ({ actorId: memberId, associationId, projectId: id, data: { slug, project: title }, at: now }) as const;

async function withdrawOffer(tx: Tx, { id, state, need, project }: Ties["offers"][number], exit: Exit): Promise<void> {
  const { count } = await tx.needOffer.updateMany({
    where: { id, state: { in: ["WAITING", "QUEUED", "ACCEPTED"] } },
    data: { state: "WITHDRAWN", closedAt: exit.now },
  });
  if (count === 0) return;
  const { data, ...rest } = about(project, exit);
  const told = {
    memberId: project.ownerId,
    subjectId: id,
    data: { ...data, need, wasSeated: Number(state === "ACCEPTED") },
  };
  await recordActivity(tx, { kind: "project.offerWithdrawn", ...rest, ...told });
}

/** They dream its ideas no more; what they were asked there, or asked others into as who leads an idea, is asked no more. */
async function leaveIdeas(tx: Tx, { dreams }: Ties, exit: Exit): Promise<void> {
  const { associationId, memberId, now } = exit;
  const closed = { state: "WITHDRAWN", closedAt: now } as const;
  for (const { id, project } of dreams) {
    await tx.coProposer.update({ where: { id }, data: { withdrawnAt: now }, select: { id: true } });
    const told = { memberId: project.ownerId, subjectId: id };
    await recordActivity(tx, { kind: "project.ideaLeft", ...about(project, exit), ...told });
  }
  await tx.ideaInvitation.updateMany({
    where: { OR: [{ toId: memberId }, { askedById: memberId }], state: "OPEN", project: { associationId } },
    data: closed,
  });
  await tx.seatAsk.updateMany({
    where: { state: "OPEN", coProposer: { memberId, project: { associationId } } },
    data: closed,
  });
}

async function suspendProject(tx: Tx, project: Project, exit: Exit): Promise<void> {
  const { id } = project;
  const { count } = await tx.project.updateMany({ where: { id, state: "ACTIVE" }, data: { state: "SUSPENDED" } });
  if (count === 0) return;
  const transition = { projectId: id, from: "ACTIVE", to: "SUSPENDED", actorId: exit.memberId, at: exit.now } as const;
  await tx.projectTransition.create({ data: transition });
  const { data, ...rest } = about(project, exit);
  const moved = { subjectId: id, data: { ...data, from: "ACTIVE", to: "SUSPENDED" } };
  await recordActivity(tx, { kind: "project.transitioned", ...rest, ...moved });
}

async function withdrawAskings(tx: Tx, { associationId, memberId, now }: Exit): Promise<void> {
  await closeLetters(tx, { where: { associationId, inviterId: memberId }, state: "WITHDRAWN", now });
  await tx.invitationLink.updateMany({
    where: { associationId, makerId: memberId, revokedAt: null },
    data: { revokedAt: now },
  });
  await tx.invitation.updateMany({
    where: { associationId, inviterId: memberId, state: "PENDING" },
    data: { state: "WITHDRAWN", closedAt: now },
  });
}

async function endMembership(tx: Tx, { membershipId, state }: Standing, ending: Ending): Promise<void> {
  const { to, actorId, reason = "", now, associationId, memberId } = ending;
  await tx.roleGrant.updateMany({
    where: { membershipId, state: { in: ["OFFERED", "HELD"] } },
    data: { state: "ENDED", endedAt: now },
  });
  await tx.membershipCard.deleteMany({ where: { membershipId } });
  await tx.helpAsking.updateMany({
    where: { membershipId, closedAt: null },
    data: { closedAt: now, closedById: actorId },
  });
  await tx.charterDraftCopy.deleteMany({ where: { associationId, memberId } });
  // What they saw to of decisions ends with this row's state: a trigger does it, as decisions lie above this room (M8, DC8).
  await tx.membership.update({
    where: { id: membershipId, state },
    data: { state: to, stateSince: now, isVisible: false, pausedUntilOn: null },
  });
  await recordTransition(tx, { membershipId, from: state, to, actorId, reason, at: now });
}

async function beginCustody(tx: Tx, { associationId, memberId, now }: Exit): Promise<void> {
  const { count } = await tx.association.updateMany({
    where: { id: associationId, state: "OPEN" },
    data: { state: "CUSTODY", custodySince: now },
  });
  if (count === 0) return;
  const told = { actorId: memberId, associationId, subjectId: associationId, at: now };
  await recordActivity(tx, { kind: "association.custodyBegun", ...told });
}
