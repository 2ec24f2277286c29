import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { deadlineAfter, endOfDay } from "@/lib/core/duration";
import { sumOfEach } from "@/lib/core/each";
import { ok, type Result, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { closeDecision } from "@/lib/decision/closing/commands";
import { type OpeningRefusal, openVote } from "@/lib/decision/opening/commands";
import { closeInvitations, recordTransition } from "@/lib/membership/commands";
import { countMembers, readStanding } from "@/lib/membership/facts";
import { endBelonging } from "@/lib/membership/leaving/commands";
import { refreshBehind } from "@/lib/membership/period/commands";
import { isMember } from "@/lib/membership/rules";
import type { CaseAt, Writing } from "../exclusion/commands";
import { type Case, listJudges, readFirstDeciders, takeCase } from "../exclusion/facts";
import {
  APPEAL_DAYS,
  canRule,
  neutralText,
  type Quoting,
  type RuleRefusal,
  stateAfter,
  wordingOf,
} from "../exclusion/rules";
import type { CaseVoteInput, RuleInput } from "../exclusion/schema";
import { mayModerate } from "../policy";

export type RulingRefusal = Writing | RuleRefusal | "moderation.party" | "moderation.subjectGone";

/**
 * Decides a case in writing, in the first place or on appeal (rule M9): whoever answers for MODERATE, is no party to it, came
 * in before it was opened, and on appeal did not decide first. Out means every consequence of an exit, in this transaction.
 */
export async function ruleOnCase(
  actor: Actor,
  { caseId, outcome, reason }: RuleInput,
  now = new Date(),
): Promise<Result<CaseAt, RulingRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<CaseAt, RulingRefusal>(actor, async (tx) => {
    const row = await takeModerated(tx, actor, { caseId, now });
    if (!row) return refuse("common.notFound");
    const judges = await listJudges(tx, row, now);
    const verdict = canRule({ ...row, hasJudge: judges.length > 0, now }, "STEWARDS");
    if (!verdict.ok) return verdict;
    if (!judges.includes(actor.memberId)) return refuse("moderation.party");
    const isOut = outcome === "OUT";
    const ruling = { isAppeal: verdict.value.isAppeal, isOut, deciderId: actor.memberId, decisionId: null, reason };
    const done = await carryOut(tx, row, { ...ruling, now });
    return done.ok ? ok({ caseId, associationSlug: row.associationSlug }) : done;
  });
}

export type CaseVoteRefusal = Writing | RuleRefusal | OpeningRefusal | "moderation.party";

/**
 * Puts a case to the vote, with the reason in writing (rules M9, DC6): half of those who were in when it was opened, two
 * thirds; neither the parties nor, on appeal, those who decided first. An appeal asks whether the exclusion stands. A
 * party opens it only where nobody else may, and then on what the case says already, quoted as `quote` does (MO3).
 */
export async function openCaseVote(
  actor: Actor,
  { caseId, reason, secrecy, closesOn }: CaseVoteInput,
  now = new Date(),
  quote: Quoting = (_, { text }) => text,
): Promise<Result<CaseAt, CaseVoteRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId: actorId } = actor;
  return inTransaction<CaseAt, CaseVoteRefusal>(actor, async (tx) => {
    const row = await takeModerated(tx, actor, { caseId, now });
    if (!row) return refuse("common.notFound");
    const asked = await askedOf(tx, { row, actorId, reason, quote, now });
    if (!asked.ok) return asked;
    const { isAppeal, text, parties } = asked.value;
    const opened = await openVote(tx, {
      ...parties,
      ...{ kind: isAppeal ? "APPEAL" : "EXCLUSION", title: "", text, locale: row.locale },
      ...{ isSecret: secrecy === "SECRET", isHidden: true, openedById: actorId, closesAt: endOfDay(closesOn), now },
    });
    if (!opened.ok) return opened;
    const state = isAppeal ? "APPEAL_VOTING" : "VOTING";
    await tx.exclusionCase.update({ where: { id: caseId }, data: { state }, select: { id: true } });
    const { associationId, memberId, associationSlug } = row;
    const told = { actorId, memberId, associationId, subjectId: opened.value.decisionId, at: now };
    await recordActivity(tx, { kind: "moderation.caseVoteOpened", ...told });
    return ok({ caseId, associationSlug });
  });
}

type Asking = { row: Case; actorId: string; reason: string; quote: Quoting; now: Date };

/** What is put to the vote, in whose words, and to whom; refuses before its time, in writing, and to a party others may stand in for. */
async function askedOf(tx: Tx, { row, actorId, reason, quote, now }: Asking) {
  const hasJudge = (await listJudges(tx, row, now)).length > 0;
  const verdict = canRule({ ...row, hasJudge, now }, "VOTE");
  if (!verdict.ok) return verdict;
  const parties = await partiesOf(tx, row);
  const wording = wordingOf({ isParty: parties.except.includes(actorId), hasJudge });
  if (!wording.ok) return wording;
  return ok({ ...verdict.value, parties, text: wording.value === "OWN" ? reason : neutralText(row, quote) });
}

/** Who does not vote, and who came in too late to. */
async function partiesOf(tx: Tx, row: Case) {
  const first = await readFirstDeciders(tx, row);
  return {
    ...{ associationId: row.associationId, subjectId: row.id, subjectMemberId: row.memberId, admittedBy: row.openedAt },
    except: row.openedById ? [...first, row.openedById] : first,
  };
}

/** A case for whoever moderates where it is, never the person it is about; null for anybody else. */
async function takeModerated(tx: Tx, actor: Actor, { caseId, now }: { caseId: string; now: Date }) {
  const row = await takeCase(tx, caseId);
  if (!row || row.memberId === actor.memberId) return null;
  const { associationId } = row;
  const standing = await readStanding(tx, { memberId: actor.memberId, associationId, now });
  return standing && mayModerate(actor, standing) ? row : null;
}

const AT_ONCE = 100;

/** A job: closes votes on cases whose time is over, each with what it decides in one transaction. Returns how many. */
export async function settleCaseVotes(now = new Date()): Promise<number> {
  const due = await db.decision.findMany({
    where: { state: "OPEN", closesAt: { lte: now }, kind: { in: ["EXCLUSION", "APPEAL"] } },
    orderBy: { closesAt: "asc" },
    take: AT_ONCE,
    select: { id: true, subjectId: true, text: true },
  });
  return sumOfEach(due, ({ id, subjectId, text }) => settle({ id, caseId: subjectId ?? "", reason: text }, now));
}

type Due = { id: string; caseId: string; reason: string };

async function settle({ id, caseId, reason }: Due, now: Date): Promise<number> {
  const result = await inTransaction<number, RulingRefusal>(null, async (tx) => {
    const row = await takeCase(tx, caseId);
    const closed = row && (await closeDecision(tx, id, now));
    if (!row || !closed) return ok(0);
    const standing = await readStanding(tx, { ...row, now });
    const isAppeal = closed.kind === "APPEAL";
    // Whoever has gone meanwhile is not thrown out.
    const isOut = closed.outcome === "APPROVED" && (isAppeal || isMember(standing?.state ?? null));
    const done = await carryOut(tx, row, { isAppeal, isOut, deciderId: null, decisionId: id, reason, now });
    return done.ok ? ok(1) : done;
  });
  return result.ok ? result.value : 0;
}

type Ruling = {
  readonly isAppeal: boolean;
  readonly isOut: boolean;
  readonly deciderId: string | null;
  readonly decisionId: string | null;
  /** Nobody decided in the days there are; whoever ends it so tells the person. */
  readonly isLapsed?: boolean;
  readonly reason: string;
  readonly now: Date;
};

/** Writes a ruling and does what it says. The caller holds the association's lock and knows that the case may be decided. */
export async function carryOut(
  tx: Tx,
  row: Case,
  { now, ...ruling }: Ruling,
): Promise<Result<null, "moderation.subjectGone">> {
  const { isAppeal, isOut, deciderId } = ruling;
  const { id: caseId, associationId, memberId } = row;
  await tx.caseRuling.create({ data: { caseId, ...ruling, at: now }, select: { id: true } });
  const isDone = isAppeal
    ? await settleAppeal(tx, row, { isOut, deciderId, now })
    : await settleFirst(tx, row, { isOut, deciderId, now });
  if (!isDone) return refuse("moderation.subjectGone");
  if (ruling.isLapsed) return ok(null);
  const told = { actorId: deciderId, memberId, associationId, subjectId: caseId, at: now };
  await recordActivity(tx, { kind: isAppeal ? "moderation.appealDecided" : "moderation.caseDecided", ...told });
  return ok(null);
}

type Settling = { isOut: boolean; deciderId: string | null; now: Date };

async function settleFirst(tx: Tx, row: Case, { isOut, deciderId, now }: Settling): Promise<boolean> {
  const { id, associationId, memberId } = row;
  const where = { id };
  const state = stateAfter(false, isOut);
  if (!isOut) {
    await tx.exclusionCase.update({ where, data: { state, decidedAt: now, closedAt: now }, select: { id: true } });
    return true;
  }
  const standing = await readStanding(tx, { memberId, associationId, now });
  if (!standing || !isMember(standing.state)) return false;
  const { isVisible } = await tx.membership.findUniqueOrThrow({ where: { id: standing.membershipId } });
  const before = { stateBefore: standing.state, wasVisible: isVisible };
  const data = { state, decidedAt: now, appealBy: deadlineAfter(now, APPEAL_DAYS), ...before };
  await tx.exclusionCase.update({ where, data, select: { id: true } });
  await endBelonging(tx, standing, { associationId, memberId, now, to: "EXCLUDED", actorId: deciderId, reason: id });
  return true;
}

async function settleAppeal(tx: Tx, row: Case, { isOut, deciderId, now }: Settling): Promise<boolean> {
  const data = { state: stateAfter(true, isOut), closedAt: now };
  await tx.exclusionCase.update({ where: { id: row.id }, data, select: { id: true } });
  if (!isOut) await restore(tx, row, { deciderId, now });
  return true;
}

/** Back to the state before, with an event of its own and what they asked meanwhile closed; whoever has come in again since stays as they are. */
async function restore(tx: Tx, row: Case, { deciderId, now }: Omit<Settling, "isOut">): Promise<void> {
  const { id, membershipId, associationId, wasVisible } = row;
  const to = row.stateBefore ?? "ACTIVE";
  const { state } = await tx.membership.findUniqueOrThrow({ where: { id: membershipId }, select: { state: true } });
  if (state !== "EXCLUDED") return;
  // A place taken meanwhile does not keep out whom it should not have been taken from.
  const taken = await countMembers(tx, associationId);
  await tx.association.updateMany({
    where: { id: associationId, memberLimit: { lte: taken } },
    data: { memberLimit: taken + 1 },
  });
  const data = { state: to, stateSince: now, isVisible: wasVisible };
  await tx.membership.update({ where: { id: membershipId, state }, data, select: { id: true } });
  await recordTransition(tx, { membershipId, from: state, to, actorId: deciderId, reason: id, at: now });
  await closeAskings(tx, row, now);
  await refreshBehind(tx, membershipId, now);
}

/** Whoever is in again waits at no door (rule M3). */
async function closeAskings(tx: Tx, { associationId, memberId }: Case, now: Date): Promise<void> {
  await tx.application.updateMany({
    where: { associationId, memberId, state: "PENDING" },
    data: { state: "EXPIRED", closedAt: now },
  });
  await closeInvitations(tx, { associationId, memberId, now });
}
