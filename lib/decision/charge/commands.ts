import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { dateOf, dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findWhom } from "@/lib/directory/whom/facts";
import type { WhomRefusal } from "@/lib/directory/whom/rules";
import { readStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import { type ActRefusal, canAct } from "@/lib/membership/standing/rules";
import { lockDecision, lockHome, readTowards } from "../facts";
import { mayEntrust } from "../policy";
import type { ChargeInput, EntrustInput } from "../schema";
import { readCharge, readResponsible } from "./facts";
import { type ChargeRefusal, canAnswerCharge, canEntrust, type EntrustRefusal } from "./rules";

type Charged = { decisionId: string; associationSlug: string };
type Writing = "common.notFound" | "common.keyTaken" | "common.unverified" | "common.suspended";
export type EntrustingRefusal = Writing | WhomRefusal | ActRefusal | EntrustRefusal;
export type AnswerChargeRefusal = Writing | ChargeRefusal;

/**
 * Says what was approved in a sentence, when it is looked at again, and asks a member to see to it (rule DC8). Binds nobody
 * until they accept (PT2); whoever asks themselves has.
 */
export async function entrustDecision(
  actor: Actor,
  { decisionId, statement, whom, reviewOn }: EntrustInput,
  now = new Date(),
): Promise<Result<Charged, EntrustingRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Charged, EntrustingRefusal>(actor, async (tx) => {
    await lockHome(tx, decisionId);
    await lockDecision(tx, decisionId);
    const own = await readOwnToEntrust(tx, actor, { decisionId, now });
    if (!own) return refuse("common.notFound");
    const may = canAct(own.standing, "TAKE_PART");
    if (!may.ok) return may;
    const { decision } = own;
    const { associationId, associationSlug } = decision;
    const meant = await findWhom(tx, actor, { typed: whom, nobody: "decision.noSuchMember", associationId });
    if (!meant.ok) return meant;
    const responsibleId = meant.value;
    const asking = { decisionId, associationId, responsibleId, offeredById: memberId, now };
    const asked = await readResponsible(tx, asking);
    const verdict = canEntrust({ ...decision, ...asked, reviewOn, today: dayOf(now) });
    if (!verdict.ok) return verdict;

    const charged = { decisionId, responsibleId, statement, reviewOn: dateOf(reviewOn) };
    await ask(tx, { ...charged, offeredById: memberId, associationId, now });
    return ok({ decisionId, associationSlug });
  });
}

type Asked = Pick<EntrustInput, "decisionId" | "statement"> & { responsibleId: string; offeredById: string };
type Asking = Asked & { reviewOn: Date; associationId: string; now: Date };

async function ask(tx: Tx, { associationId, now, ...asked }: Asking): Promise<void> {
  const { decisionId, responsibleId, offeredById } = asked;
  const isOwn = responsibleId === offeredById;
  const answered = isOwn ? ({ state: "ACCEPTED", answeredAt: now } as const) : {};
  await tx.charge.create({ data: { ...asked, ...answered, offeredAt: now }, select: { id: true } });
  const told = { actorId: offeredById, memberId: responsibleId, associationId, subjectId: decisionId, at: now };
  await recordActivity(tx, { kind: isOwn ? "decision.chargeAccepted" : "decision.chargeOffered", ...told });
}

/** The decision, for those in the association who may find somebody for it; null for anybody else. */
async function readOwnToEntrust(tx: Tx, actor: Actor, key: { decisionId: string; now: Date }) {
  const found = await readTowards(tx, { ...key, memberId: actor.memberId });
  if (!found?.standing || !isMember(found.standing.state)) return null;
  const { decision, standing } = found;
  const { responsibilities } = standing;
  return mayEntrust(actor, { openedById: decision.openedById, responsibilities }) ? { decision, standing } : null;
}

/** Takes on what was asked; from now on it binds (rules DC8, PT2). */
export async function acceptCharge(actor: Actor, { chargeId }: ChargeInput, now = new Date()) {
  return answerCharge(actor, { chargeId, state: "ACCEPTED", now });
}

/** «Non ora», without reason: told to whoever asked, and to nobody else (rule PT3). */
export async function refuseCharge(actor: Actor, { chargeId }: ChargeInput, now = new Date()) {
  return answerCharge(actor, { chargeId, state: "REFUSED", now });
}

type Answer = { chargeId: string; state: "ACCEPTED" | "REFUSED"; now: Date };

async function answerCharge(actor: Actor, { chargeId, state, now }: Answer) {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Charged, AnswerChargeRefusal>(actor, async (tx) => {
    const charge = await takeOwn(tx, actor, chargeId);
    if (!charge) return refuse("common.notFound");
    const verdict = state === "ACCEPTED" ? await mayTakeOn(tx, { charge, now }) : canAnswerCharge(charge.state, null);
    if (!verdict.ok) return verdict;
    const data = { state, answeredAt: now };
    await tx.charge.update({ where: { id: chargeId, state: "OFFERED" }, data, select: { id: true } });
    const { decisionId, associationId, associationSlug, offeredById } = charge;
    const told = { actorId: actor.memberId, memberId: offeredById, subjectId: decisionId, at: now };
    if (state === "ACCEPTED") await recordActivity(tx, { kind: "decision.chargeAccepted", ...told, associationId });
    else await recordActivity(tx, { kind: "decision.chargeRefused", ...told });
    return ok({ decisionId, associationSlug });
  });
}

type Taking = { charge: NonNullable<Awaited<ReturnType<typeof readCharge>>>; now: Date };

async function mayTakeOn(tx: Tx, { charge, now }: Taking): Promise<Result<null, AnswerChargeRefusal>> {
  const { responsibleId: memberId, associationId } = charge;
  const standing = await readStanding(tx, { memberId, associationId, now });
  return standing ? canAnswerCharge(charge.state, standing) : refuse("common.notFound");
}

async function takeOwn(tx: Tx, actor: Actor, chargeId: string) {
  const found = await readCharge(tx, chargeId);
  if (found?.responsibleId !== actor.memberId) return null;
  await lockDecision(tx, found.decisionId);
  return readCharge(tx, chargeId);
}
