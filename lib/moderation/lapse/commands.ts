import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { addDays } from "@/lib/core/duration";
import { sumOfEach } from "@/lib/core/each";
import { ok } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { settleEffects } from "../effect/commands";
import { takeCase } from "../exclusion/facts";
import { hasLapsed, LAPSE_DAYS } from "../exclusion/rules";
import { type TakenReport, takeReport } from "../report/facts";
import { waitsUntil } from "../report/rules";
import { carryOut, type RulingRefusal } from "../ruling/commands";

const AT_ONCE = 100;

/**
 * A job: ends the cases and appeals that nobody decided in sixty days, for the person (rule M9). A case closes, an exclusion
 * appealed against falls; the person is told, each in one transaction. Returns how many.
 */
export async function lapseCases(now = new Date()): Promise<number> {
  const before = addDays(now, -LAPSE_DAYS);
  const due = await db.exclusionCase.findMany({
    where: {
      OR: [
        { state: "NOTICE", openedAt: { lte: before } },
        { state: "APPEALED", appealedAt: { lte: before } },
      ],
    },
    orderBy: { openedAt: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  return sumOfEach(due, ({ id }) => lapse(id, now));
}

async function lapse(caseId: string, now: Date): Promise<number> {
  const result = await inTransaction<number, RulingRefusal>(null, async (tx) => {
    const row = await takeCase(tx, caseId);
    if (!row || !hasLapsed(row, now)) return ok(0);
    const ending = { isAppeal: row.state === "APPEALED", isOut: false, isLapsed: true, reason: "" };
    const done = await carryOut(tx, row, { ...ending, deciderId: null, decisionId: null, now });
    if (!done.ok) return done;
    const { associationId, memberId } = row;
    const told = { actorId: null, memberId, associationId, subjectId: caseId, at: now };
    await recordActivity(tx, { kind: "moderation.caseLapsed", ...told });
    return ok(1);
  });
  return result.ok ? result.value : 0;
}

/**
 * A job: ends the reports and appeals that nobody decided in sixty days, without a measure; one appealed against falls (rule MO4).
 * Whom it is about is told, and so is whoever told (MO2), each in one transaction. Returns how many.
 */
export async function lapseReports(now = new Date()): Promise<number> {
  const before = addDays(now, -LAPSE_DAYS);
  const due = await db.report.findMany({
    where: {
      OR: [
        { state: "OPEN", openedAt: { lte: before } },
        { state: "APPEALED", appealedAt: { lte: before } },
      ],
    },
    orderBy: { openedAt: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  return sumOfEach(due, ({ id }) => lapseReport(id, now));
}

async function lapseReport(reportId: string, now: Date): Promise<number> {
  const result = await inTransaction<number, never>(null, async (tx) => {
    const row = await takeReport(tx, reportId);
    const until = row && waitsUntil(row);
    if (!until || now < until) return ok(0);
    await endUndecided(tx, row, now);
    const { associationId, authorId, reporterId } = row;
    const told = { actorId: null, associationId, subjectId: reportId, at: now };
    await recordActivity(tx, { kind: "moderation.reportLapsed", memberId: authorId, ...told });
    await recordActivity(tx, { kind: "moderation.reportUndecided", memberId: reporterId, ...told });
    return ok(1);
  });
  return result.ok ? result.value : 0;
}

async function endUndecided(tx: Tx, row: TakenReport, now: Date): Promise<void> {
  const { id: reportId, clauseId, state, first } = row;
  const isAppeal = state === "APPEALED";
  const nothing = { reportId, isAppeal, kind: "NONE", clauseId, isLapsed: true, reason: "", at: now } as const;
  await tx.measure.create({ data: nothing, select: { id: true } });
  const data = { state: isAppeal ? "CLOSED" : "LAPSED" } as const;
  await tx.report.update({ where: { id: reportId, state }, data, select: { id: true } });
  await settleEffects(tx, { ...row, roleGrantId: first?.roleGrantId ?? null });
}
