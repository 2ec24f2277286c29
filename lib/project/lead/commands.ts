import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { type CoHostingRow, takeAsSteward } from "../cohosting/facts";
import { enterProject, type Standing, suspendByLead } from "../commands";
import { factsToTell, type ProjectFacts } from "../facts";
import { releaseStranded } from "../parting/commands";
import { mayReadProject, mayStepBack } from "../policy";
import { readLeadFacts, readLeadOffer, readTaking } from "./facts";
import { canOfferLead, canTakeLead, type OfferLeadRefusal, type TakeLeadRefusal } from "./rules";
import type { LeadInput, TakeLeadInput } from "./schema";

type Offered = { slug: string };
type OfferAnswer = Result<Offered, OfferLeadRefusal | Standing>;

/** Holds the lead out to the co-hosts; the association that leads goes on carrying. By the owner, in pause or gone too. */
export async function offerLead(actor: Actor, { slug }: LeadInput, now = new Date()): Promise<OfferAnswer> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Offered, OfferLeadRefusal | Standing>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayStepBack, now });
    return entered.ok ? holdOut(tx, { project: entered.value, isLeaving: false, actor, now }) : entered;
  });
}

/**
 * The association that leads goes as soon as another leads; until then the project is suspended. By whoever answers there for
 * EDIT: what carries its name is theirs to end (docs/adr/0036).
 */
export async function leaveLead(actor: Actor, { slug }: LeadInput, now = new Date()): Promise<OfferAnswer> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Offered, OfferLeadRefusal | Standing>(actor, async (tx) => {
    const entered = await enterAsLead(tx, actor, { slug, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const held = await holdOut(tx, { project, isLeaving: true, actor, now });
    if (held.ok && project.state === "ACTIVE") await suspendByLead(tx, project, actor, now);
    return held;
  });
}

/** Keeps the lead after all. By the owner where the association would have stayed, else by whoever answers there for EDIT. */
export async function withdrawLead(
  actor: Actor,
  { slug }: LeadInput,
  now = new Date(),
): Promise<Result<Offered, "project.leadTaken" | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Offered, "project.leadTaken" | Standing>(actor, async (tx) => {
    const own = await enterProject(tx, actor, { slug, may: mayStepBack, now });
    const entered = own.ok ? own : await enterAsLead(tx, actor, { slug, now });
    if (!entered.ok) return entered;
    const open = await readLeadOffer(tx, entered.value.id);
    if (!open) return refuse("project.leadTaken");
    if (open.isLeaving && !(await enterAsLead(tx, actor, { slug, now })).ok) return refuse("common.notAllowed");
    await tx.leadOffer.update({
      where: { id: open.id, state: "OFFERED" },
      data: { state: "WITHDRAWN", closedAt: now },
      select: { id: true },
    });
    return ok({ slug });
  });
}

/**
 * The association leads from now on: the first to take it has it (rule A5). By whoever answers there for EDIT; where the owner
 * may not own projects there, they take that on themselves too, by the same word (rule PT2, ADR 0030).
 */
export async function takeLead(
  actor: Actor,
  { coHostingId: id }: TakeLeadInput,
  now = new Date(),
): Promise<Result<Offered, TakeLeadRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Offered, TakeLeadRefusal | Standing>(actor, async (tx) => {
    const found = await takeAsSteward(tx, { id, memberId, now });
    if (!found) return refuse("common.notFound");
    const { row, project } = found;
    const { offer, ...facts } = await readTaking(tx, { project, associationId: row.associationId, memberId, now });
    const verdict = canTakeLead({ ...facts, carrying: row.state, isOffered: offer !== null });
    if (!verdict.ok) return verdict;
    await passLead(tx, { row, project, offer, actor, ownerStays: facts.ownerStays, now });
    return ok({ slug: project.slug });
  });
}

type Holding = { project: ProjectFacts; isLeaving: boolean; actor: Actor; now: Date };

async function holdOut(tx: Tx, { project, isLeaving, actor, now }: Holding): Promise<OfferAnswer> {
  const { id: projectId, associationId, slug } = project;
  const verdict = canOfferLead(await readLeadFacts(tx, project));
  if (!verdict.ok) return verdict;
  if (!associationId) throw new Error("a personal project has no co-hosts");
  const { id } = await tx.leadOffer.create({
    data: { projectId, fromId: associationId, isLeaving, offeredById: actor.memberId, offeredAt: now },
    select: { id: true },
  });
  const told = { actorId: actor.memberId, associationId, projectId, data: factsToTell(project), at: now };
  await recordActivity(tx, { kind: "project.leadOffered", subjectId: id, ...told });
  return ok({ slug });
}

/** The project, locked, for whoever answers for EDIT in the association that leads it; else what they get to hear. */
async function enterAsLead(tx: Tx, actor: Actor, { slug, now }: { slug: string; now: Date }) {
  const entered = await enterProject(tx, actor, { slug, may: mayReadProject, now });
  if (!entered.ok) return entered;
  const { associationId } = entered.value;
  const at = associationId ? { memberId: actor.memberId, associationId, now } : null;
  const standing = at && (await readStanding(tx, at));
  return standing?.responsibilities.includes("EDIT") ? entered : refuse("common.notAllowed");
}

type Passing = {
  readonly row: CoHostingRow;
  readonly project: ProjectFacts;
  readonly offer: Awaited<ReturnType<typeof readLeadOffer>>;
  readonly actor: Actor;
  readonly ownerStays: boolean;
  readonly now: Date;
};

async function passLead(tx: Tx, { row, project, offer, actor, ownerStays, now }: Passing): Promise<void> {
  const { id: projectId, associationId: before } = project;
  const { associationId } = row;
  await tx.coHosting.update({
    where: { id: row.id, state: "CARRYING" },
    data: { state: "ENDED", ending: "LEADS", endedById: actor.memberId, endedAt: now },
    select: { id: true },
  });
  await tx.leadOffer.updateMany({
    where: { projectId, state: "OFFERED" },
    data: { state: "TAKEN", takenById: associationId, closedAt: now },
  });
  const owner = ownerStays ? {} : { ownerId: actor.memberId };
  await tx.project.update({ where: { id: projectId }, data: { associationId, ...owner }, select: { id: true } });
  await tx.projectHandover.updateMany({
    where: { projectId, state: "OFFERED" },
    data: { state: "WITHDRAWN", closedAt: now },
  });
  const told = { actorId: actor.memberId, associationId, projectId, data: factsToTell(project), at: now };
  if (!ownerStays) {
    const taken = { projectId, toId: actor.memberId, state: "ACCEPTED" as const, offeredAt: now, closedAt: now };
    const { id } = await tx.projectHandover.create({ data: taken, select: { id: true } });
    await recordActivity(tx, { kind: "project.handedOver", memberId: project.ownerId, subjectId: id, ...told });
  }
  await recordActivity(tx, { kind: "project.leadPassed", subjectId: row.id, ...told });
  if (!before) return;
  if (offer?.isLeaving)
    await releaseStranded(tx, {
      ...{ project, associationId: before, subjectId: offer.id, actorId: actor.memberId, now },
    });
  else await goOnCarrying(tx, { projectId, associationId: before, answeredById: offer?.offeredById ?? null, now });
}

type Staying = { projectId: string; associationId: string; answeredById: string | null; now: Date };

/** The association that led carries on with the others: it held the lead out to stay, or nobody answered for it any more. */
async function goOnCarrying(tx: Tx, { now, ...who }: Staying): Promise<void> {
  await tx.coHosting.create({
    data: { ...who, state: "CARRYING", askedAt: now, answeredAt: now },
    select: { id: true },
  });
}
