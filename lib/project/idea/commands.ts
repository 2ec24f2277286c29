import "server-only";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { slugOf } from "@/lib/core/text";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { type ActRefusal, canAct } from "@/lib/membership/standing/rules";
import { openApproval } from "../approval/commands";
import { readNeedsApproval } from "../approval/facts";
import { enterProject, recordInProject, type Standing } from "../commands";
import { type ProjectFacts, takeProject } from "../facts";
import { mayManageProject } from "../policy";
import { type PlaceRefusal, placeOf, planOf, saidOf } from "../proposal/commands";
import { freeSlug, readCompetenceId, readValues } from "../proposal/facts";
import { areDatesAhead, canServe, type DatesRefusal, type ValuesRefusal } from "../rules";
import { askSeats } from "../seat/commands";
import { readGathering, readJoining, readOwnWord, readPeopleNeeded } from "./facts";
import { closedToJoin } from "./policy";
import { type BecomeRefusal, canBecome, canJoin, type JoinRefusal } from "./rules";
import type { BecomeInput, IdeaInput, JoinIdeaInput, OpenIdeaInput } from "./schema";

type Dreamt = { slug: string };
export type OpenRefusal = PlaceRefusal | "project.membersOfNobody" | Standing;

/**
 * Opens an idea, in an association or personally, for those who may propose there (rule PJ1). How many people make a
 * proposal of it is fixed here (rule R5).
 */
export async function openIdea(
  actor: Actor,
  { association, title, isMembersOnly, ...said }: OpenIdeaInput,
  now = new Date(),
): Promise<Result<Dreamt, OpenRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  if (isMembersOnly && !association) return refuse("project.membersOfNobody", { field: "isMembersOnly" });
  const { memberId } = actor;
  return inTransaction<Dreamt, OpenRefusal>(actor, async (tx) => {
    const place = await placeOf(tx, actor, { slug: association, values: said.values, now });
    if (!place.ok) return place;
    const { associationId } = place.value;
    const peopleNeeded = await readPeopleNeeded(tx, associationId);
    const slug = await freeSlug(tx, slugOf(title) || "sogno");
    const whose = { associationId, ownerId: memberId, isMembersOnly, peopleNeeded, createdAt: now };
    const { id } = await tx.project.create({
      data: { ...said, ...whose, slug, title, state: "IDEA" },
      select: { id: true },
    });
    await tx.projectTransition.create({ data: { projectId: id, to: "IDEA", actorId: memberId, at: now } });
    await recordInProject(tx, {
      kind: "project.ideaOpened",
      actor,
      project: { id, slug, title, associationId },
      subjectId: id,
      now,
    });
    return ok({ slug });
  });
}

export type JoiningRefusal =
  | JoinRefusal
  | "project.ownIdea"
  | "project.pausedThere"
  | "membership.charterOverdue"
  | Standing;

/**
 * «Ci sto»: dreams an idea too, bringing a competence or a contact (rule PJ3). It is one's own word (rule PT2), answers an
 * invitation that waits, and binds to no seat.
 */
export async function joinIdea(
  actor: Actor,
  { slug, competence, ...draft }: JoinIdeaInput,
  now = new Date(),
): Promise<Result<Dreamt, JoiningRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Dreamt, JoiningRefusal>(actor, async (tx) => {
    const found = await takeProject(tx, memberId, slug, now);
    if (!found) return refuse("common.notFound");
    const { project } = found;
    const closed = closedToJoin(actor, found.scope);
    if (closed) return refuse(closed);
    const competenceId = await readCompetenceId(tx, competence);
    const verdict = canJoin({ ...draft, competenceId }, await readJoining(tx, { project, memberId }));
    if (!verdict.ok) return verdict;

    const word = { ...draft, competenceId, projectId: project.id, memberId, joinedAt: now };
    const { id } = await tx.coProposer.create({ data: word, select: { id: true } });
    await tx.ideaInvitation.updateMany({
      where: { projectId: project.id, toId: memberId, state: "OPEN" },
      data: { state: "ACCEPTED", closedAt: now },
    });
    const { people, peopleNeeded } = await readGathering(tx, project);
    const kind = people === peopleNeeded ? "project.ideaReady" : "project.ideaJoined";
    await recordInProject(tx, { kind, actor, project, memberId: project.ownerId, subjectId: id, now });
    return ok({ slug });
  });
}

/** Steps back from an idea, or from being named with what it became, whenever one likes (rule PT2). What was asked of them falls. */
export async function withdrawFromIdea(
  actor: Actor,
  { slug }: IdeaInput,
  now = new Date(),
): Promise<Result<Dreamt, Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Dreamt, Standing>(actor, async (tx) => {
    const project = (await takeProject(tx, actor.memberId, slug, now))?.project;
    const word = project && (await readOwnWord(tx, { project, memberId: actor.memberId }));
    if (!word) return refuse("common.notFound");
    if (word.withdrawnAt) return ok({ slug });
    await tx.coProposer.update({ where: { id: word.id }, data: { withdrawnAt: now }, select: { id: true } });
    await tx.seatAsk.updateMany({
      where: { coProposerId: word.id, state: "OPEN" },
      data: { state: "WITHDRAWN", closedAt: now },
    });
    await recordInProject(tx, {
      kind: "project.ideaLeft",
      actor,
      project,
      memberId: project.ownerId,
      subjectId: word.id,
      now,
    });
    return ok({ slug });
  });
}

export type BecomingRefusal = BecomeRefusal | DatesRefusal | ValuesRefusal | ActRefusal | Standing;

/**
 * Makes a proposal of an idea, with its papers, once enough people dream it (promise P59). By its owner. Those who dreamt
 * it stay named; whom a seat fits is asked, once, whether they take it (rule PT2).
 */
export async function proposeIdea(
  actor: Actor,
  { slug, ...papers }: BecomeInput,
  now = new Date(),
): Promise<Result<Dreamt, BecomingRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const dates = areDatesAhead(papers, dayOf(now));
  if (!dates.ok) return dates;
  return inTransaction<Dreamt, BecomingRefusal>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayManageProject, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const gathering = await readGathering(tx, project);
    const verdict = canBecome(papers, { state: project.state, ...gathering });
    if (!verdict.ok) return verdict;
    const may = await mayProposeThere(tx, { project, papers, memberId: actor.memberId, now });
    if (!may.ok) return may;

    const { id } = project;
    const has = { needs: project.needs.length, deliverables: project.deliverables };
    await tx.project.update({
      where: { id, state: "IDEA" },
      data: { ...saidOf(papers), ...(await planOf(tx, papers, has)) },
      select: { id: true },
    });
    const needsApproval = await readNeedsApproval(tx, project.associationId);
    const becoming = { state: "PROPOSED", needsApproval } as const;
    await tx.project.update({ where: { id, state: "IDEA" }, data: becoming, select: { id: true } });
    const step = { projectId: id, from: "IDEA", to: "PROPOSED", actorId: actor.memberId, at: now } as const;
    await tx.projectTransition.create({ data: step });
    await tx.ideaInvitation.updateMany({
      where: { projectId: id, state: "OPEN" },
      data: { state: "WITHDRAWN", closedAt: now },
    });
    const proposed = { ...project, title: papers.title };
    await askSeats(tx, { project: proposed, dreamers: gathering.dreamers, actor, now });
    await recordInProject(tx, { kind: "project.proposed", actor, project: proposed, subjectId: id, now });
    if (needsApproval) await openApproval(tx, { project: proposed, actor, note: "", now });
    return ok({ slug });
  });
}

type Proposing = { project: ProjectFacts; papers: Pick<BecomeInput, "values">; memberId: string; now: Date };

async function mayProposeThere(
  tx: Tx,
  { project: { associationId }, papers, memberId, now }: Proposing,
): Promise<Result<null, ActRefusal | ValuesRefusal>> {
  const standing = associationId && (await readStanding(tx, { memberId, associationId, now }));
  const may = standing ? canAct(standing, "PROPOSE") : ok(null);
  return may.ok ? canServe(papers.values, await readValues(tx, { associationId, memberId })) : may;
}
