import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { addDays, dateOf, dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findWhom } from "@/lib/directory/whom/facts";
import type { WhomRefusal } from "@/lib/directory/whom/rules";
import { enterProject, recordInProject, type Standing } from "../commands";
import { type ProjectFacts, takeProject } from "../facts";
import { slugOfNeed } from "../offer/facts";
import { canComeIn, type OfferRefusal } from "../offer/rules";
import { mayManageProject, mayOffer, type ProjectScope } from "../policy";
import { readCompetenceId } from "../proposal/facts";
import { sitDown } from "../seat/commands";
import { readSeat } from "../seat/facts";
import { canStayUntil, type TermRefusal } from "../term/rules";
import { readAsk, readAsking, slugOfAsk } from "./facts";
import { type AnswerRefusal, ASK_DAYS, type AskRefusal, canAnswerAsk, canAskToCover } from "./rules";
import type { AskToCoverInput, CoverInput, NeedAskInput } from "./schema";

type Asked = { slug: string; needId: string };
export type AskingRefusal = AskRefusal | "project.nobodyToAsk" | WhomRefusal | Standing;

/**
 * Asks one person to cover a need, saying why them (promise P52). By the owner. It seats nobody: it is a yes said beforehand,
 * theirs to take or leave within fourteen days (rules PT2, PT3).
 */
export async function askToCover(
  actor: Actor,
  { needId, whom, reason }: AskToCoverInput,
  now = new Date(),
): Promise<Result<Asked, AskingRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId: askedById } = actor;
  return inTransaction<Asked, AskingRefusal>(actor, async (tx) => {
    const slug = await slugOfNeed(tx, needId);
    if (!slug) return refuse("common.notFound");
    const entered = await enterProject(tx, actor, { slug, may: mayManageProject, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const meant = await findWhom(tx, actor, { typed: whom, nobody: "project.nobodyToAsk" });
    if (!meant.ok) return meant;
    const toId = meant.value;
    const found = await readAsking(tx, { project, needId, askedById, toId, now });
    if (!found) return refuse("project.nobodyToAsk", { field: "whom" });
    const verdict = canAskToCover(found.facts);
    if (!verdict.ok) return verdict;
    const ask = { projectId: project.id, needId, toId, askedById, reason };
    const when = { askedAt: now, expiresAt: addDays(now, ASK_DAYS) };
    await tx.needAsk.create({ data: { ...ask, ...when }, select: { id: true } });
    const more = { need: found.need };
    await recordInProject(tx, {
      ...{ kind: "project.needAsked", actor, project, memberId: toId, subjectId: needId, more, now },
    });
    return ok({ slug, needId });
  });
}

type Covered = { slug: string; outcome: "ACCEPTED" | "QUEUED" };
type Covering = Omit<CoverInput, "until"> & { until?: string | null };
export type CoverRefusal = AnswerRefusal | OfferRefusal | TermRefusal | Standing;

/**
 * Takes the seat one was asked about, bringing a competence or a contact by name (rules PT2, PJ3). By whoever was asked. The
 * asking was the owner's yes: the seat is theirs while one is free, else they wait in the queue (rule PJ4).
 */
export async function coverNeed(
  actor: Actor,
  { askId, competence, hours, until = null, ...draft }: Covering,
  now = new Date(),
): Promise<Result<Covered, CoverRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const term = canStayUntil(until, dayOf(now));
  if (!term.ok) return term;
  const { memberId } = actor;
  return inTransaction<Covered, CoverRefusal>(actor, async (tx) => {
    const found = await takeAsk(tx, actor, { askId, now });
    if (!found || !mayOffer(actor, found.scope)) return refuse("common.notFound");
    const { project, ask } = found;
    const waiting = canAnswerAsk({ isOpen: ask.state === "OPEN", expiresAt: ask.expiresAt, now });
    if (!waiting.ok) return waiting;
    const seat = await readSeat(tx, { needId: ask.needId, memberId });
    const brought = {
      ...draft,
      competenceId: await readCompetenceId(tx, competence),
      minutes: hours,
      untilOn: until ? dateOf(until) : null,
    };
    const isSeated = seat.own !== null && seat.own.state !== "WAITING";
    const facts = { now, state: project.state, heldCompetenceIds: seat.heldCompetenceIds };
    const verdict = canComeIn(brought, { ...facts, hasOpenOffer: isSeated, lastDeclinedAt: null });
    if (!verdict.ok) return verdict;

    await close(tx, ask.id, { state: "ACCEPTED", now });
    const { offerId, outcome } = await sitDown(tx, {
      project,
      asked: { ...seat, need: ask.need, brought },
      memberId,
      now,
    });
    const told = { project, actor, memberId: project.ownerId, more: { need: ask.need.title }, now };
    await recordInProject(tx, { kind: "project.seatTaken", ...told, subjectId: offerId });
    return ok({ slug: project.slug, outcome });
  });
}

export type NotNowRefusal = AnswerRefusal | Standing;

/**
 * Says «non ora» to being asked: no reason, nobody is told, and only whoever asked reads it; it is written down beside neither
 * project nor association (rules PT3, NT6, docs/adr/0016). By whoever was asked, in pause too.
 */
export async function declineNeedAsk(
  actor: Actor,
  { askId }: NeedAskInput,
  now = new Date(),
): Promise<Result<Asked, NotNowRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Asked, NotNowRefusal>(actor, async (tx) => {
    const found = await takeAsk(tx, actor, { askId, now });
    if (!found) return refuse("common.notFound");
    const { project, ask } = found;
    const value = { slug: project.slug, needId: ask.needId };
    if (ask.state === "DECLINED") return ok(value);
    const waiting = canAnswerAsk({ isOpen: ask.state === "OPEN", expiresAt: ask.expiresAt, now });
    if (!waiting.ok) return waiting;
    await close(tx, ask.id, { state: "DECLINED", now });
    const told = { actorId: actor.memberId, memberId: ask.askedById, subjectId: ask.id, at: now };
    await recordActivity(tx, { kind: "project.needAskDeclined", ...told });
    return ok(value);
  });
}

/** Takes a question back. By the owner. */
export async function withdrawNeedAsk(
  actor: Actor,
  { askId }: NeedAskInput,
  now = new Date(),
): Promise<Result<Asked, NotNowRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Asked, NotNowRefusal>(actor, async (tx) => {
    const sent = await takeSent(tx, actor, { askId, now });
    if (!sent) return refuse("common.notFound");
    const { slug, ask } = sent;
    const value = { slug, needId: ask.needId };
    if (ask.state === "WITHDRAWN") return ok(value);
    if (ask.state !== "OPEN") return refuse("project.askClosed");
    await close(tx, ask.id, { state: "WITHDRAWN", now });
    return ok(value);
  });
}

type Ask = NonNullable<Awaited<ReturnType<typeof readAsk>>>;

/** A question of the actor's to answer, its project locked; null when there is none, or it is another's (rule A2). */
async function takeAsk(
  tx: Tx,
  { memberId }: Actor,
  { askId, now }: { askId: string; now: Date },
): Promise<{ project: ProjectFacts; scope: ProjectScope; ask: Ask } | null> {
  const slug = await slugOfAsk(tx, askId);
  const found = slug ? await takeProject(tx, memberId, slug, now) : null;
  const ask = found && (await readAsk(tx, askId, found.project.id));
  return ask?.toId === memberId && found ? { ...found, ask } : null;
}

/** A question of a project the actor leads, locked; null for anybody else: they do not learn that somebody was asked (rule A2). */
async function takeSent(
  tx: Tx,
  actor: Actor,
  { askId, now }: { askId: string; now: Date },
): Promise<{ slug: string; ask: Ask } | null> {
  const slug = await slugOfAsk(tx, askId);
  const entered = slug ? await enterProject(tx, actor, { slug, may: mayManageProject, now }) : null;
  const ask = entered?.ok ? await readAsk(tx, askId, entered.value.id) : null;
  return slug && ask ? { slug, ask } : null;
}

type Closing = { state: "ACCEPTED" | "DECLINED" | "WITHDRAWN"; now: Date };

async function close(tx: Tx, id: string, { state, now }: Closing): Promise<void> {
  await tx.needAsk.update({ where: { id, state: "OPEN" }, data: { state, closedAt: now }, select: { id: true } });
}

/** A job: questions whose day has passed lapse; nobody is told (rule PT3). Returns how many. */
export async function lapseNeedAsks(now = new Date()): Promise<number> {
  const { count } = await db.needAsk.updateMany({
    where: { state: "OPEN", expiresAt: { lte: now } },
    data: { state: "LAPSED", closedAt: now },
  });
  return count;
}
