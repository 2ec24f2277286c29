import "server-only";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { recordInProject, type Standing } from "../commands";
import { type ProjectFacts, takeProject } from "../facts";
import { readAbove } from "../idea/facts";
import { seatsToAsk } from "../idea/rules";
import { seat } from "../offer/commands";
import { outcomeOfYes } from "../offer/rules";
import { mayOffer } from "../policy";
import type { Brings } from "../types";
import { type AskedSeat, readSeatAsk } from "./facts";
import { canAnswerSeat, type SeatRefusal } from "./rules";
import type { AnswerSeatInput } from "./schema";

type Dreamer = { id: string; memberId: string; brings: Brings; competenceId: number | null };
type Asking = { project: ProjectFacts; dreamers: readonly Dreamer[]; actor: Actor; now: Date };

/** Asks those whose competence or contact fits a seat of the new proposal whether they take it. The caller holds the lock. */
export async function askSeats(tx: Tx, { project, dreamers, actor, now }: Asking): Promise<void> {
  const others = dreamers.filter(({ memberId }) => memberId !== project.ownerId);
  const above = await readAbove(
    tx,
    others.flatMap(({ competenceId }) => competenceId ?? []),
  );
  const needs = await tx.need.findMany({
    where: { projectId: project.id },
    orderBy: { position: "asc" },
    select: { id: true, kind: true, title: true, competenceId: true, isCritical: true, seats: true },
  });
  const bring = others.map(({ id, brings, competenceId }) => ({
    id,
    brings,
    competenceIds: competenceId === null ? [] : (above.get(competenceId) ?? []),
  }));
  for (const [coProposerId, needId] of seatsToAsk(bring, needs)) {
    const { id } = await tx.seatAsk.create({ data: { coProposerId, needId, askedAt: now }, select: { id: true } });
    const memberId = others.find((one) => one.id === coProposerId)?.memberId ?? null;
    const more = { need: needs.find((one) => one.id === needId)?.title ?? "" };
    await recordInProject(tx, { kind: "project.seatAsked", project, actor, memberId, subjectId: id, more, now });
  }
}

type Answered = { slug: string; outcome: "ACCEPTED" | "QUEUED" | "DECLINED" };
export type SeatAnswerRefusal = SeatRefusal | Standing;

/**
 * Takes the seat, or says «non ora» (rules PT2, PT3). By whoever was asked. The asking was the owner's yes: the seat is
 * theirs while one is free, else they wait in the queue (rule PJ4).
 */
export async function answerSeat(
  actor: Actor,
  { slug, answer }: AnswerSeatInput,
  now = new Date(),
): Promise<Result<Answered, SeatAnswerRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Answered, SeatAnswerRefusal>(actor, async (tx) => {
    const found = await takeProject(tx, memberId, slug, now);
    const asked = found && (await readSeatAsk(tx, { project: found.project, memberId }));
    if (!asked || (answer === "ACCEPTED" && !mayOffer(actor, found.scope))) return refuse("common.notFound");
    const { project } = found;
    const facts = { ...asked, state: project.state, isAsked: asked.ask.state === "OPEN" };
    const verdict = canAnswerSeat(answer, asked.brought, facts);
    if (!verdict.ok) return verdict;

    await tx.seatAsk.update({
      where: { id: asked.ask.id, state: "OPEN" },
      data: { state: answer, closedAt: now },
      select: { id: true },
    });
    const told = { project, actor, memberId: project.ownerId, more: { need: asked.need.title }, now };
    if (answer === "DECLINED") {
      await recordInProject(tx, { kind: "project.seatDeclined", ...told, subjectId: asked.ask.id });
      return ok({ slug, outcome: "DECLINED" });
    }
    const { offerId, outcome } = await sitDown(tx, { project, asked, memberId, now });
    await recordInProject(tx, { kind: "project.seatTaken", ...told, subjectId: offerId });
    return ok({ slug, outcome });
  });
}

type Sitting = {
  project: ProjectFacts;
  asked: Pick<AskedSeat, "own" | "accepted" | "queued"> & {
    need: Pick<AskedSeat["need"], "id" | "title" | "seats" | "dueOn">;
    brought: Brought;
  };
  memberId: string;
  now: Date;
};
type Brought = AskedSeat["brought"] & { minutes?: number | null; untilOn?: Date | null };

/**
 * What somebody brings who was asked becomes an offer already said yes to; one of theirs that waits for an answer gets it. The
 * caller holds the project's lock, and has seen that it takes offers.
 */
export async function sitDown(tx: Tx, { project, asked, memberId, now }: Sitting) {
  const { need, brought, own, accepted, queued } = asked;
  const facts = { projectState: project.state, seats: need.seats, accepted, queuedBefore: queued };
  const yes = outcomeOfYes({ ...facts, state: "WAITING", isTermOver: false });
  const state = yes.ok ? yes.value : "QUEUED";
  if (own && own.state !== "WAITING") return { offerId: own.id, outcome: own.state as "ACCEPTED" | "QUEUED" };
  const decided = { state, decidedAt: now, decidedById: project.ownerId };
  const { id: offerId } = own
    ? await tx.needOffer.update({ where: { id: own.id, state: "WAITING" }, data: decided, select: { id: true } })
    : await tx.needOffer.create({
        data: { ...brought, ...decided, needId: need.id, memberId, offeredAt: now },
        select: { id: true },
      });
  if (state === "ACCEPTED")
    await seat(
      tx,
      project,
      { id: offerId, memberId, need: need.title, dueOn: need.dueOn, untilOn: brought.untilOn ?? null },
      now,
    );
  return { offerId, outcome: state };
}
