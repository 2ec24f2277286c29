import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { deadlineAfter } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction } from "@/lib/db/transaction";
import { findWhom } from "@/lib/directory/whom/facts";
import type { WhomRefusal } from "@/lib/directory/whom/rules";
import { lockWithStanding } from "@/lib/membership/facts";
import { mayChooseWay, mayModerate } from "../policy";
import { listJudges, readSubject, takeCase } from "./facts";
import {
  ANSWER_DAYS,
  type AppealRefusal,
  canAnswer,
  canAppeal,
  canOpenCase,
  type OpenCaseRefusal,
  wayOf,
} from "./rules";
import type { AnswerCaseInput, AppealInput, OpenCaseInput, WayInput } from "./schema";

export type CaseAt = { caseId: string; associationSlug: string };
export type Writing = "common.notFound" | "common.keyTaken" | "common.unverified" | "common.suspended";
export type CaseOpeningRefusal = Writing | WhomRefusal | OpenCaseRefusal;

/**
 * Opens a case against a member, citing a clause of the charter and what happened (rule M9): whoever answers for MODERATE.
 * Changes nothing of the membership; the person is told and has seven whole days. Who will decide is fixed now (R5).
 */
export async function openCase(
  actor: Actor,
  { associationSlug, whom, clauseId, facts, contentLocale }: OpenCaseInput,
  now = new Date(),
): Promise<Result<CaseAt, CaseOpeningRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const openedById = actor.memberId;
  return inTransaction<CaseAt, CaseOpeningRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, openedById, associationSlug, now);
    if (!locked || !mayModerate(actor, locked.standing)) return refuse("common.notFound");
    const { associationId } = locked;
    const meant = await findWhom(tx, actor, { typed: whom, nobody: "moderation.noSuchMember", associationId });
    if (!meant.ok) return meant;
    const subjectId = meant.value;
    const subject = await readSubject(tx, { associationId, subjectId, clauseId, now });
    const verdict = canOpenCase({ ...subject, subjectId, openerId: openedById });
    if (!verdict.ok) return verdict;

    const { membershipId } = subject;
    const parties = { associationId, memberId: subjectId, openedById };
    const { exclusionBy } = await tx.association.findUniqueOrThrow({ where: { id: associationId } });
    const judges = await listJudges(tx, { ...parties, openedAt: now, rulings: [] }, now);
    const { id: caseId } = await tx.exclusionCase.create({
      data: {
        ...{ ...parties, membershipId, clauseId, facts, locale: contentLocale },
        ...{ decidedBy: wayOf(exclusionBy, judges.length), openedAt: now, answerBy: deadlineAfter(now, ANSWER_DAYS) },
      },
      select: { id: true },
    });
    const told = { actorId: openedById, memberId: subjectId, associationId, subjectId: caseId, at: now };
    await recordActivity(tx, { kind: "moderation.caseOpened", ...told });
    return ok({ caseId, associationSlug });
  });
}

export type AnswerCaseRefusal = Writing | "moderation.caseOver";

/** The person's own words on a case, changeable until somebody decides (rule M9). Suspended people answer too: it is their case. */
export async function answerCase(
  actor: Actor,
  { caseId, answer }: AnswerCaseInput,
  now = new Date(),
): Promise<Result<CaseAt, AnswerCaseRefusal>> {
  return inTransaction<CaseAt, AnswerCaseRefusal>(actor, async (tx) => {
    const row = await takeCase(tx, caseId);
    if (row?.memberId !== actor.memberId) return refuse("common.notFound");
    if (!canAnswer(row.state)) return refuse("moderation.caseOver", { params: { state: row.state } });
    await tx.exclusionCase.update({ where: { id: caseId }, data: { answer, answeredAt: now }, select: { id: true } });
    const { associationId, associationSlug } = row;
    const told = { actorId: actor.memberId, memberId: actor.memberId, associationId, subjectId: caseId, at: now };
    await recordActivity(tx, { kind: "moderation.caseAnswered", ...told });
    return ok({ caseId, associationSlug });
  });
}

export type AppealingRefusal = Writing | AppealRefusal;

/** Appeals within thirty days; others decide than decided first: a steward where there is one, else a vote (rule M9). */
export async function appealCase(
  actor: Actor,
  { caseId, appeal }: AppealInput,
  now = new Date(),
): Promise<Result<CaseAt, AppealingRefusal>> {
  return inTransaction<CaseAt, AppealingRefusal>(actor, async (tx) => {
    const row = await takeCase(tx, caseId);
    if (row?.memberId !== actor.memberId) return refuse("common.notFound");
    const verdict = canAppeal(row.state, row.appealBy, now);
    if (!verdict.ok) return verdict;

    const judges = await listJudges(tx, row, now);
    const appealTo = wayOf("STEWARDS", judges.length);
    await tx.exclusionCase.update({
      where: { id: caseId, state: "EXCLUDED" },
      data: { state: "APPEALED", appeal, appealedAt: now, appealTo },
      select: { id: true },
    });
    const { associationId, associationSlug } = row;
    const told = { actorId: actor.memberId, memberId: actor.memberId, associationId, subjectId: caseId, at: now };
    await recordActivity(tx, { kind: "moderation.appealed", ...told });
    return ok({ caseId, associationSlug });
  });
}

/** Says who decides on exclusions from now on: whoever answers for EDIT. Cases that are open stay as they are (rule R5). */
export async function chooseExclusionWay(
  actor: Actor,
  { associationSlug, exclusionBy }: WayInput,
  now = new Date(),
): Promise<Result<{ associationSlug: string }, Writing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<{ associationSlug: string }, Writing>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked || !mayChooseWay(actor, locked.standing)) return refuse("common.notFound");
    await tx.association.update({ where: { id: locked.associationId }, data: { exclusionBy }, select: { id: true } });
    return ok({ associationSlug });
  });
}
