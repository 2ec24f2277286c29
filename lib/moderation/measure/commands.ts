import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { deadlineAfter } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { countOtherCustodians } from "@/lib/membership/role/facts";
import type { Responsibility } from "@/lib/membership/role/types";
import { settleEffects } from "../effect/commands";
import type { Writing } from "../exclusion/commands";
import { mayModerate } from "../policy";
import type { ReportAt } from "../report/commands";
import { isClauseOf, type TakenReport, takeReport } from "../report/facts";
import { isParty, REPORT_APPEAL_DAYS, stageOf } from "../report/rules";
import type { MeasureInput } from "../report/schema";
import { listRolesOf } from "./facts";
import { canTake, type TakingRefusal } from "./rules";

export type MeasureRefusal =
  | Writing
  | TakingRefusal
  | "moderation.reportOver"
  | "moderation.party"
  | "moderation.noSuchClause";

/**
 * Decides on a report, in the first place or on appeal, with clause and reason (rule MO4): whoever answers for MODERATE, and
 * is no party to it (MO3). What it hides or pauses follows in the same transaction, and so does what an appeal undoes. The author is
 * told, and so is whoever told; the log shows it to members without names.
 */
export async function takeMeasure(
  actor: Actor,
  input: MeasureInput,
  now = new Date(),
): Promise<Result<ReportAt, MeasureRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<ReportAt, MeasureRefusal>(actor, async (tx) => {
    const found = await takeModerated(tx, actor, { reportId: input.reportId, now });
    if (!found) return refuse("common.notFound");
    const { row, holds } = found;
    const stage = stageOf(row.state);
    if (!stage) return refuse("moderation.reportOver");
    if (isParty(actor.memberId, row)) return refuse("moderation.party");
    if (!(await isClauseOf(tx, row.associationId, input.clauseId)))
      return refuse("moderation.noSuchClause", { field: "clauseId" });
    const verdict = canTake(await readTaking(tx, row, { input, holds, now }));
    if (!verdict.ok) return verdict;

    await write(tx, row, { input, isAppeal: stage.isAppeal, deciderId: actor.memberId, now });
    const { id: reportId, associationId, associationSlug, authorId, reporterId } = row;
    const told = { actorId: actor.memberId, associationId, subjectId: reportId, at: now };
    await recordActivity(tx, { kind: "moderation.measured", memberId: authorId, ...told });
    await recordActivity(tx, { kind: "moderation.reportSettled", memberId: reporterId, ...told });
    return ok({ reportId, associationSlug });
  });
}

type Taking = { input: MeasureInput; isAppeal: boolean; deciderId: string; now: Date };

/** The measure, the state it brings the report to, and what it hides, pauses or undoes. */
async function write(tx: Tx, row: TakenReport, { input, isAppeal, deciderId, now }: Taking): Promise<void> {
  const { id: reportId, state, first } = row;
  const { kind, clauseId, reason, roleGrantId = null, days } = input;
  const pause = kind === "PAUSE" && (pauseOf(row) ?? { roleGrantId, until: deadlineAfter(now, days ?? 0) });
  const measure = { reportId, isAppeal, kind, clauseId, deciderId, reason, at: now, ...pause };
  await tx.measure.create({ data: measure, select: { id: true } });
  const data = isAppeal
    ? ({ state: "CLOSED" } as const)
    : ({ state: "DECIDED", appealBy: deadlineAfter(now, REPORT_APPEAL_DAYS) } as const);
  await tx.report.update({ where: { id: reportId, state }, data, select: { id: true } });
  await settleEffects(tx, { ...row, roleGrantId: first ? first.roleGrantId : roleGrantId });
}

/** A report for whoever moderates where it is, never the person it is about; null for anybody else. */
async function takeModerated(tx: Tx, actor: Actor, { reportId, now }: { reportId: string; now: Date }) {
  const row = await takeReport(tx, reportId);
  if (!row || row.authorId === actor.memberId) return null;
  const standing = await readStanding(tx, { memberId: actor.memberId, associationId: row.associationId, now });
  return standing && mayModerate(actor, standing) ? { row, holds: standing.responsibilities } : null;
}

/** The pause of the first decision, which an appeal confirms as it was. */
const pauseOf = ({ first }: TakenReport) =>
  first?.kind === "PAUSE" ? { roleGrantId: first.roleGrantId, until: first.until } : null;

type Asking = { input: MeasureInput; holds: readonly Responsibility[]; now: Date };

async function readTaking(tx: Tx, row: TakenReport, { input, holds: deciderHolds, now }: Asking) {
  const { associationId, authorId, about, first } = row;
  const { kind, roleGrantId = null, days = null } = input;
  const roles = await listRolesOf(tx, { associationId, authorId });
  return {
    ...{ kind, days, about, deciderHolds, hasRole: roles.length > 0, first: first?.kind ?? null },
    bundle: roles.find(({ id }) => id === roleGrantId)?.bundle ?? null,
    otherCustodians: authorId ? await countOtherCustodians(tx, { associationId, memberId: authorId, now }) : 0,
  };
}
