import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findWhom } from "@/lib/directory/whom/facts";
import type { WhomRefusal } from "@/lib/directory/whom/rules";
import { lockApplication } from "../application/facts";
import { readStanding } from "../facts";
import type { ActorRefusal } from "../rules";
import { lockVouch, readAsking } from "./facts";
import { type AskVouchRefusal, askedAs, canAskVouch, canGiveVouch, type GiveVouchRefusal } from "./rules";
import type { AskVouchInput, GiveVouchInput, VouchInput } from "./schema";

type Shared = "common.notFound" | "common.keyTaken";

export type AskingRefusal = Shared | "membership.noSuchPerson" | WhomRefusal | ActorRefusal | AskVouchRefusal;

/**
 * Asks a member for a word on the actor's own application, where the association wants such words. Leaves a vouch that waits
 * and binds nobody (rule PT2); somebody who does not belong is not told, and neither the answer nor the page says so (A2).
 */
export async function askVouch(
  actor: Actor,
  { applicationId, whom }: AskVouchInput,
  now = new Date(),
): Promise<Result<{ applicationId: string }, AskingRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId: applicantId } = actor;
  return inTransaction<{ applicationId: string }, AskingRefusal>(actor, async (tx) => {
    const application = await lockApplication(tx, applicationId);
    if (application?.memberId !== applicantId) return refuse("common.notFound");
    const { associationId } = application;
    const meant = await findWhom(tx, actor, { typed: whom, nobody: "membership.noSuchPerson" });
    if (!meant.ok) return meant;
    const sponsorId = meant.value;
    const asking = { applicationId, applicantId, associationId, sponsorId };
    const { lastRefusedAt, ...facts } = await readAsking(tx, asking);
    const verdict = canAskVouch({ ...application, ...facts, now });
    if (!verdict.ok) return verdict;

    const state = askedAs(lastRefusedAt, now);
    // What is not heard is no new «non ora»: the ninety days go on counting from the one there was.
    const closedAt = state === "REFUSED" ? lastRefusedAt : null;
    const data = { applicationId, sponsorId, state, askedAt: now, closedAt };
    const { id: subjectId } = await tx.vouch.create({ data, select: { id: true } });
    const about = { actorId: applicantId, memberId: sponsorId, associationId, subjectId, at: now };
    if (state === "ASKED") await recordActivity(tx, { kind: "membership.vouchAsked", ...about });
    return ok({ applicationId });
  });
}

type Answered = { associationSlug: string };

export type GivingRefusal = Shared | ActorRefusal | GiveVouchRefusal;

/** Says a word for an applicant who asked, by the member who was asked. Leaves it signed beside the papers. */
export async function giveVouch(
  actor: Actor,
  { vouchId, sentence }: GiveVouchInput,
  now = new Date(),
): Promise<Result<Answered, GivingRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Answered, GivingRefusal>(actor, async (tx) => {
    const found = await lockVouch(tx, vouchId);
    const associationId = found?.application.associationId ?? "";
    const limits = found?.sponsorId === memberId ? await readStanding(tx, { memberId, associationId, now }) : null;
    if (!found || !limits) return refuse("common.notFound");
    const { application, applicationId, vouch } = found;
    const verdict = canGiveVouch({ ...application, now, vouch, limits });
    if (!verdict.ok) return verdict;

    await tx.vouch.update({ where: { id: vouchId }, data: { state: "GIVEN", sentence, closedAt: now } });
    const about = {
      actorId: memberId,
      memberId: application.memberId,
      associationId,
      subjectId: applicationId,
      at: now,
    };
    await recordActivity(tx, { kind: "membership.vouchGiven", ...about });
    return ok({ associationSlug: application.associationSlug });
  });
}

export type RefusingRefusal = Shared | "membership.vouchOver";

/** «Non ora» by the member who was asked (rule PT3): no reason, recorded nowhere else, and read by nobody as anything but «non ancora». */
export async function refuseVouch(
  actor: Actor,
  { vouchId }: VouchInput,
  now = new Date(),
): Promise<Result<Answered, RefusingRefusal>> {
  return inTransaction<Answered, RefusingRefusal>(actor, async (tx) => {
    const found = await lockVouch(tx, vouchId);
    if (found?.sponsorId !== actor.memberId) return refuse("common.notFound");
    if (found.vouch !== "ASKED") return refuse("membership.vouchOver");
    await tx.vouch.update({ where: { id: vouchId }, data: { state: "REFUSED", closedAt: now } });
    return ok({ associationSlug: found.application.associationSlug });
  });
}

type Word = { applicationId: string; sponsorId: string; sentence: string; now: Date };

/** Whoever invites somebody says a word for them by it. The caller holds the association's lock. */
export async function vouchByInviting(tx: Tx, { applicationId, sponsorId, sentence, now }: Word): Promise<void> {
  const given = { state: "GIVEN" as const, sentence, closedAt: now };
  await tx.vouch.upsert({
    where: { applicationId_sponsorId: { applicationId, sponsorId } },
    create: { applicationId, sponsorId, askedAt: now, ...given },
    update: given,
  });
}
