import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction } from "@/lib/db/transaction";
import type { WhomRefusal } from "@/lib/directory/whom/rules";
import { lockWithStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import type { Writing } from "../exclusion/commands";
import { isClauseInForce, readTarget, takeReport } from "./facts";
import { canAppealMeasure, canReport, type ReportAppealRefusal, type ReportRefusal } from "./rules";
import type { ReportInput, ReportWordsInput } from "./schema";

export type ReportAt = { reportId: string; associationSlug: string };
export type ReportingRefusal = Writing | WhomRefusal | ReportRefusal;

/**
 * Tells those who moderate that something goes against a clause of the charter (rule MO1): whoever belongs, in pause too. The
 * author is told that it was told, and never by whom (MO2).
 */
export async function reportToModerators(
  actor: Actor,
  { associationSlug, about, target, clauseId, text, contentLocale }: ReportInput,
  now = new Date(),
): Promise<Result<ReportAt, ReportingRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const reporterId = actor.memberId;
  return inTransaction<ReportAt, ReportingRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, reporterId, associationSlug, now);
    if (!locked || !isMember(locked.standing.state)) return refuse("common.notFound");
    const { associationId } = locked;
    const pointed = await readTarget(tx, actor, { associationId, about, target });
    if (!pointed.ok) return pointed;
    const { isThere, authorId, ...what } = pointed.value;
    const isInForce = await isClauseInForce(tx, { associationId, clauseId, now });
    const verdict = canReport({ reporterId, authorId, isThere, isClauseInForce: isInForce });
    if (!verdict.ok) return verdict;

    const data = { associationId, reporterId, about, authorId, ...what, clauseId, text, locale: contentLocale };
    const { id: reportId } = await tx.report.create({ data: { ...data, openedAt: now }, select: { id: true } });
    // Without who did it: whatever is shown of it shows nobody (rule MO2).
    const told = { actorId: null, memberId: authorId, associationId, subjectId: reportId, at: now };
    await recordActivity(tx, { kind: "moderation.reported", ...told });
    return ok({ reportId, associationSlug });
  });
}

export type ReportAnswerRefusal = Writing | "moderation.reportOver";

/** The author's own words on a report, until it is decided (rule MO2). */
export async function answerReport(
  actor: Actor,
  { reportId, words }: ReportWordsInput,
): Promise<Result<ReportAt, ReportAnswerRefusal>> {
  return inTransaction<ReportAt, ReportAnswerRefusal>(actor, async (tx) => {
    const row = await takeReport(tx, reportId);
    if (!row || row.authorId !== actor.memberId) return refuse("common.notFound");
    if (row.state !== "OPEN") return refuse("moderation.reportOver");
    await tx.report.update({ where: { id: reportId, state: "OPEN" }, data: { answer: words }, select: { id: true } });
    return ok({ reportId, associationSlug: row.associationSlug });
  });
}

export type ReportAppealingRefusal = Writing | ReportAppealRefusal;

/** Asks another person to look at what was decided: the author, once, within thirty days (rule MO4). */
export async function appealMeasure(
  actor: Actor,
  { reportId, words }: ReportWordsInput,
  now = new Date(),
): Promise<Result<ReportAt, ReportAppealingRefusal>> {
  return inTransaction<ReportAt, ReportAppealingRefusal>(actor, async (tx) => {
    const row = await takeReport(tx, reportId);
    if (!row || row.authorId !== actor.memberId) return refuse("common.notFound");
    const verdict = canAppealMeasure({ ...row, now });
    if (!verdict.ok) return verdict;
    const data = { state: "APPEALED", appeal: words, appealedById: actor.memberId, appealedAt: now } as const;
    await tx.report.update({ where: { id: reportId, state: "DECIDED" }, data, select: { id: true } });
    const { associationId, associationSlug } = row;
    const told = { actorId: actor.memberId, memberId: actor.memberId, associationId, subjectId: reportId, at: now };
    await recordActivity(tx, { kind: "moderation.measureAppealed", ...told });
    return ok({ reportId, associationSlug });
  });
}
