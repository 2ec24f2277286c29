import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import type { ActivityKind } from "@/lib/activity/types";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { openCommitment, releaseSeat } from "@/lib/contribution/commitment/commands";
import { dateOf, dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { enterProject, type Standing } from "../commands";
import { factsToTell, type ProjectFacts } from "../facts";
import { closedToOffer, mayManageProject } from "../policy";
import { readCompetenceId } from "../proposal/facts";
import { canStayUntil, type TermRefusal } from "../term/rules";
import { type OfferRow, readOffer, readQueue, slugOfOffer, takeOffer, takeOffering } from "./facts";
import {
  canComeIn,
  canDecline,
  canWithdraw,
  type DecideRefusal,
  type OfferRefusal,
  outcomeOfYes,
  type WithdrawRefusal,
} from "./rules";
import type { OfferInput, OfferRefInput } from "./schema";
import type { Acceptance } from "./types";

type Offered = { slug: string; offerId: string };
type Offering = Omit<OfferInput, "until"> & { until?: string | null };
export type OfferingRefusal =
  | OfferRefusal
  | TermRefusal
  | "project.ownNeed"
  | "project.pausedThere"
  | "membership.charterOverdue"
  | Standing;

/**
 * Offers a competence of the actor's, or a contact, to a need (rules PJ3, PJ4). Leaves a WAITING offer that binds
 * nobody until the owner says yes; the offer is its giver's own acceptance (rule PT2).
 */
export async function offerToNeed(
  actor: Actor,
  { needId, competence, hours, until = null, ...draft }: Offering,
  now = new Date(),
): Promise<Result<Offered, OfferingRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const term = canStayUntil(until, dayOf(now));
  if (!term.ok) return term;
  const { memberId } = actor;
  return inTransaction<Offered, OfferingRefusal>(actor, async (tx) => {
    const found = await takeOffering(tx, { needId, memberId, now });
    if (!found) return refuse("common.notFound");
    const { project, need, facts } = found;
    const closed = closedToOffer(actor, found.scope);
    if (closed) return refuse(closed);
    const competenceId = await readCompetenceId(tx, competence);
    const verdict = canComeIn({ ...draft, competenceId }, facts);
    if (!verdict.ok) return verdict;

    const { id } = await tx.needOffer.create({
      data: {
        ...{ ...draft, needId, memberId, competenceId, minutes: hours },
        ...{ untilOn: until ? dateOf(until) : null, offeredAt: now },
      },
      select: { id: true },
    });
    await tell(tx, {
      kind: "project.offered",
      project,
      actor,
      memberId: project.ownerId,
      offerId: id,
      need: need.title,
      now,
    });
    return ok({ slug: project.slug, offerId: id });
  });
}

/**
 * Says yes to an offer: a seat while there is one, with the commitment that comes with it, else a place in the queue
 * (rules PJ4, A5). By the owner. Saying yes twice changes nothing.
 */
export async function acceptOffer(
  actor: Actor,
  { offerId }: OfferRefInput,
  now = new Date(),
): Promise<Result<Acceptance, DecideRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Acceptance, DecideRefusal | Standing>(actor, async (tx) => {
    const entered = await enterOffer(tx, actor, { offerId, now });
    if (!entered.ok) return entered;
    const { project, offer } = entered.value;
    const outcome = outcomeOfYes({ ...offer, isTermOver: isTermOver(offer, now) });
    if (!outcome.ok) return outcome;
    const state = outcome.value;
    const answer = ok({ state, slug: project.slug, name: offer.name });
    if (offer.state === state) return answer;

    await tx.needOffer.update({
      where: { id: offerId, state: offer.state },
      data: { state, decidedAt: now, decidedById: actor.memberId },
      select: { id: true },
    });
    if (state === "ACCEPTED") await seat(tx, project, offer, now);
    const kind = state === "ACCEPTED" ? "project.offerAccepted" : "project.offerQueued";
    await tell(tx, { kind, project, actor, memberId: offer.memberId, offerId, need: offer.need, now });
    return answer;
  });
}

/** Says «non ora» to an offer: no reason is asked, and nobody but its giver hears of it (rule PT3). By the owner. */
export async function declineOffer(
  actor: Actor,
  { offerId }: OfferRefInput,
  now = new Date(),
): Promise<Result<{ slug: string }, "project.offerClosed" | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<{ slug: string }, "project.offerClosed" | Standing>(actor, async (tx) => {
    const entered = await enterOffer(tx, actor, { offerId, now });
    if (!entered.ok) return entered;
    const { project, offer } = entered.value;
    const verdict = canDecline(offer.state);
    if (!verdict.ok) return verdict;
    if (offer.state === "DECLINED") return ok({ slug: project.slug });
    await tx.needOffer.update({
      where: { id: offerId, state: offer.state },
      data: { state: "DECLINED", decidedAt: now, decidedById: actor.memberId, closedAt: now },
      select: { id: true },
    });
    const kind = "project.offerDeclined";
    await tell(tx, { kind, project, actor, memberId: offer.memberId, offerId, need: offer.need, now });
    return ok({ slug: project.slug });
  });
}

/** Whether there was a seat, and whether its commitment, if any, was let go. */
type Withdrawn = { readonly slug: string; readonly wasSeated: boolean; readonly isReleased: boolean };

/**
 * Takes an offer back, or leaves a seat, whenever its giver likes (rule PT2). A seat left opens again and the owner
 * hears who waits first; nobody moves up by themselves. Its commitment is let go when there is time (rule K2).
 */
export async function withdrawOffer(
  actor: Actor,
  { offerId }: OfferRefInput,
  now = new Date(),
): Promise<Result<Withdrawn, WithdrawRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Withdrawn, WithdrawRefusal | Standing>(actor, async (tx) => {
    const found = await takeOffer(tx, offerId);
    if (!found || found.offer.memberId !== actor.memberId) return refuse("common.notFound");
    const { project, offer } = found;
    const verdict = canWithdraw(offer.state, project.state);
    if (!verdict.ok) return verdict;
    if (offer.state === "WITHDRAWN") return ok({ slug: project.slug, wasSeated: false, isReleased: true });
    await tx.needOffer.update({
      where: { id: offerId, state: offer.state },
      data: { state: "WITHDRAWN", closedAt: now },
      select: { id: true },
    });
    const { isReleased, more } = await leaveSeat(tx, offer, now);
    await tell(tx, {
      kind: "project.offerWithdrawn",
      project,
      actor,
      memberId: project.ownerId,
      offerId,
      need: offer.need,
      more,
      now,
    });
    return ok({ slug: project.slug, wasSeated: offer.state === "ACCEPTED", isReleased });
  });
}

const isTermOver = ({ untilOn }: OfferRow, now: Date) => untilOn !== null && untilOn < dateOf(dayOf(now));

type Entered = { project: ProjectFacts; offer: OfferRow };

/** The offer and its project, locked, for the owner; else what they get to hear. */
async function enterOffer(
  tx: Tx,
  actor: Actor,
  { offerId, now }: { offerId: string; now: Date },
): Promise<Result<Entered, Standing>> {
  const slug = await slugOfOffer(tx, offerId);
  if (!slug) return refuse("common.notFound");
  const entered = await enterProject(tx, actor, { slug, may: mayManageProject, now });
  // Whoever may not answer an offer does not learn that there is one.
  if (!entered.ok) return refuse("common.notFound");
  const offer = await readOffer(tx, offerId, entered.value);
  return offer ? ok({ project: entered.value, offer }) : refuse("common.notFound");
}

/**
 * Writes down what comes with a seat, for whoever just took it; due on the last day they said, else when the need is, else when the
 * project's last deliverable is. A day that has gone by is none: nobody takes on what is late already.
 */
export async function seat(
  tx: Tx,
  project: ProjectFacts,
  offer: Pick<OfferRow, "id" | "memberId" | "need" | "dueOn" | "untilOn">,
  now: Date,
): Promise<void> {
  await openCommitment(tx, {
    memberId: offer.memberId,
    projectId: project.id,
    needOfferId: offer.id,
    text: offer.need,
    locale: project.contentLocale,
    dueOn: [offer.untilOn, offer.dueOn, project.lastDueOn].find((day) => day && day >= dateOf(dayOf(now))) ?? null,
    now,
  });
}

/** What an offer taken back leaves behind: nothing, or a seat that opens, for the first who waits. */
async function leaveSeat(tx: Tx, offer: OfferRow, now: Date) {
  if (offer.state !== "ACCEPTED") return { isReleased: true, more: { wasSeated: 0 } };
  const isReleased = await releaseSeat(tx, offer.id, now);
  const [next] = await readQueue(tx, offer.needId);
  return { isReleased, more: { wasSeated: 1, ...(next && { next: next.name }) } };
}

type Telling = {
  kind: ActivityKind;
  project: ProjectFacts;
  actor: Actor;
  /** Whom it concerns. */
  memberId: string | null;
  offerId: string;
  need: string;
  more?: Readonly<Record<string, string | number>>;
  now: Date;
};

async function tell(tx: Tx, { kind, project, actor, memberId, offerId, need, more, now }: Telling): Promise<void> {
  await recordActivity(tx, {
    kind,
    actorId: actor.memberId,
    memberId,
    associationId: project.associationId,
    projectId: project.id,
    subjectId: offerId,
    data: { ...factsToTell(project), need, ...more },
    at: now,
  });
}
