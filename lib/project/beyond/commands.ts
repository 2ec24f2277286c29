import "server-only";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { enterProject, recordInProject, type Standing } from "../commands";
import { type ProjectFacts, takeProject } from "../facts";
import { type OfferingRefusal, seat } from "../offer/commands";
import { canComeIn } from "../offer/rules";
import { closedToOffer, mayManageProject } from "../policy";
import { readCompetenceId } from "../proposal/facts";
import { type BeyondRow, readBeyond, readOffering, slugOfBeyond } from "./facts";
import { type AcceptRefusal, canAccept } from "./rules";
import type { BeyondRefInput, OfferBeyondInput } from "./schema";

type Done = { slug: string };

/**
 * Offers a project what none of its needs asks for, by the name of a competence of the actor's or of a contact (rule PJ3). Leaves an
 * offer that binds nobody until the owner says yes; one at a time.
 */
export async function offerBeyond(
  actor: Actor,
  { slug, competence, hours, ...draft }: OfferBeyondInput,
  now = new Date(),
): Promise<Result<Done, OfferingRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Done, OfferingRefusal>(actor, async (tx) => {
    const found = await takeProject(tx, memberId, slug, now);
    if (!found) return refuse("common.notFound");
    const { project, scope } = found;
    const closed = closedToOffer(actor, scope);
    if (closed) return refuse(closed);
    const { id: projectId, state } = project;
    const competenceId = await readCompetenceId(tx, competence);
    const verdict = canComeIn({ ...draft, competenceId }, await readOffering(tx, { projectId, memberId, state, now }));
    if (!verdict.ok) return verdict;
    const { id } = await tx.beyondOffer.create({
      data: { ...draft, projectId, memberId, competenceId, minutes: hours, offeredAt: now },
      select: { id: true },
    });
    const told = { actor, project, memberId: project.ownerId, subjectId: id, more: { need: draft.title }, now };
    await recordInProject(tx, { kind: "project.offeredBeyond", ...told });
    return ok({ slug });
  });
}

type Answering = AcceptRefusal | Standing;

/** Says yes: what was offered becomes a need with one seat, and its giver sits there, with the commitment that comes with it. By the owner. */
export async function acceptBeyond(
  actor: Actor,
  { beyondId }: BeyondRefInput,
  now = new Date(),
): Promise<Result<Done, Answering>> {
  return answerBeyond<Answering>(actor, { beyondId, now }, async (tx, { project, row }) => {
    const { slug } = project;
    if (row.state === "ACCEPTED") return ok({ slug });
    const verdict = canAccept({ state: row.state, projectState: project.state, needs: project.needs.length });
    if (!verdict.ok) return verdict;
    const { needId, offerId } = await makeSeat(tx, { project, row, actor, now });
    await close(tx, row.id, { state: "ACCEPTED", needId, decidedById: actor.memberId, closedAt: now });
    const told = { actor, project, memberId: row.memberId, subjectId: offerId, more: { need: row.title }, now };
    await recordInProject(tx, { kind: "project.offerAccepted", ...told });
    return ok({ slug });
  });
}

/** Says «non ora»: no reason is asked, and nobody but its giver hears of it (rule PT3). By the owner. */
export async function declineBeyond(
  actor: Actor,
  { beyondId }: BeyondRefInput,
  now = new Date(),
): Promise<Result<Done, "project.offerClosed" | Standing>> {
  return answerBeyond<"project.offerClosed" | Standing>(actor, { beyondId, now }, async (tx, { project, row }) => {
    const { slug } = project;
    if (row.state === "DECLINED") return ok({ slug });
    if (row.state !== "WAITING") return refuse("project.offerClosed");
    await close(tx, row.id, { state: "DECLINED", decidedById: actor.memberId, closedAt: now });
    const told = { actor, project, memberId: row.memberId, subjectId: row.id, more: { need: row.title }, now };
    await recordInProject(tx, { kind: "project.offerDeclined", ...told });
    return ok({ slug });
  });
}

/** Takes such an offer back while it waits. By its giver, in pause too. */
export async function withdrawBeyond(
  actor: Actor,
  { beyondId }: BeyondRefInput,
  now = new Date(),
): Promise<Result<Done, "project.offerClosed" | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Done, "project.offerClosed" | Standing>(actor, async (tx) => {
    const slug = await slugOfBeyond(tx, beyondId);
    const found = slug ? await takeProject(tx, actor.memberId, slug, now) : null;
    const row = found && (await readBeyond(tx, beyondId, found.project.id));
    if (!slug || row?.memberId !== actor.memberId) return refuse("common.notFound");
    if (row.state === "WITHDRAWN") return ok({ slug });
    if (row.state !== "WAITING") return refuse("project.offerClosed");
    await close(tx, row.id, { state: "WITHDRAWN", closedAt: now });
    return ok({ slug });
  });
}

type At = { beyondId: string; now: Date };
type Entered = { project: ProjectFacts; row: BeyondRow };
type Answer<Code extends string> = (tx: Tx, entered: Entered) => Promise<Result<Done, Code>>;

/** The offer and its project, locked, for the owner; whoever may not answer does not learn that there is one (rule A2). */
function answerBeyond<Code extends string>(actor: Actor, { beyondId, now }: At, answer: Answer<Code | Standing>) {
  const barred = writingRefusal(actor);
  if (barred) return Promise.resolve(refuse(barred));
  return inTransaction<Done, Code | Standing>(actor, async (tx) => {
    const slug = await slugOfBeyond(tx, beyondId);
    const entered = slug ? await enterProject(tx, actor, { slug, may: mayManageProject, now }) : null;
    const row = entered?.ok ? await readBeyond(tx, beyondId, entered.value.id) : null;
    return entered?.ok && row ? answer(tx, { project: entered.value, row }) : refuse("common.notFound");
  });
}

type Closing = { state: "ACCEPTED" | "DECLINED" | "WITHDRAWN"; closedAt: Date; decidedById?: string; needId?: string };

async function close(tx: Tx, id: string, data: Closing): Promise<void> {
  await tx.beyondOffer.update({ where: { id, state: "WAITING" }, data, select: { id: true } });
}

type Seating = Entered & { actor: Actor; now: Date };

/** The need that was offered, useful and with one seat, and its giver in it. */
async function makeSeat(tx: Tx, { project, row, actor, now }: Seating) {
  const { memberId, title, brings, competenceId, contact, message, minutes, offeredAt } = row;
  const last = await tx.need.aggregate({ where: { projectId: project.id }, _max: { position: true } });
  const { id: needId } = await tx.need.create({
    data: {
      ...{ projectId: project.id, position: (last._max.position ?? -1) + 1, title, competenceId, minutes },
      ...{ kind: brings === "CONTACT" ? "CONTACT" : "ROLE", seats: 1, isCritical: false },
    },
    select: { id: true },
  });
  const brought = { needId, memberId, brings, competenceId, contact, message, minutes, offeredAt };
  const decided = { state: "ACCEPTED" as const, decidedAt: now, decidedById: actor.memberId };
  const { id: offerId } = await tx.needOffer.create({ data: { ...brought, ...decided }, select: { id: true } });
  await seat(tx, project, { id: offerId, memberId, need: title, dueOn: null, untilOn: null }, now);
  return { needId, offerId };
}
