import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { deadlineAfter } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import type { Writing } from "../exclusion/commands";
import { mayModerate } from "../policy";
import type { ReportAt } from "../report/commands";
import { isClauseOf, takeReport } from "../report/facts";
import { isParty, REPORT_APPEAL_DAYS, stageOf } from "../report/rules";
import type { MeasureInput } from "../report/schema";

export type MeasureRefusal = Writing | "moderation.reportOver" | "moderation.party" | "moderation.noSuchClause";

/**
 * Decides on a report, in the first place or on appeal, with clause and reason (rule MO4): whoever answers for MODERATE, and
 * is no party to it (MO3). The author is told, and so is whoever told; the log shows it to members without names.
 */
export async function takeMeasure(
  actor: Actor,
  { reportId, kind, clauseId, reason }: MeasureInput,
  now = new Date(),
): Promise<Result<ReportAt, MeasureRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const deciderId = actor.memberId;
  return inTransaction<ReportAt, MeasureRefusal>(actor, async (tx) => {
    const row = await takeModerated(tx, actor, { reportId, now });
    if (!row) return refuse("common.notFound");
    const stage = stageOf(row.state);
    if (!stage) return refuse("moderation.reportOver");
    if (isParty(deciderId, row)) return refuse("moderation.party");
    const { associationId, associationSlug, authorId, reporterId } = row;
    if (!(await isClauseOf(tx, associationId, clauseId)))
      return refuse("moderation.noSuchClause", { field: "clauseId" });

    const { isAppeal } = stage;
    const measure = { reportId, isAppeal, kind, clauseId, deciderId, reason, at: now };
    await tx.measure.create({ data: measure, select: { id: true } });
    const data = isAppeal
      ? ({ state: "CLOSED" } as const)
      : ({ state: "DECIDED", appealBy: deadlineAfter(now, REPORT_APPEAL_DAYS) } as const);
    await tx.report.update({ where: { id: reportId, state: row.state }, data, select: { id: true } });
    const told = { actorId: deciderId, associationId, subjectId: reportId, at: now };
    await recordActivity(tx, { kind: "moderation.measured", memberId: authorId, ...told });
    await recordActivity(tx, { kind: "moderation.reportSettled", memberId: reporterId, ...told });
    return ok({ reportId, associationSlug });
  });
}

/** A report for whoever moderates where it is, never the person it is about; null for anybody else. */
async function takeModerated(tx: Tx, actor: Actor, { reportId, now }: { reportId: string; now: Date }) {
  const row = await takeReport(tx, reportId);
  if (!row || row.authorId === actor.memberId) return null;
  const standing = await readStanding(tx, { memberId: actor.memberId, associationId: row.associationId, now });
  return standing && mayModerate(actor, standing) ? row : null;
}
