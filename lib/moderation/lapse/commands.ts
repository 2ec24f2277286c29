import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { addDays } from "@/lib/core/duration";
import { sumOfEach } from "@/lib/core/each";
import { ok } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { takeCase } from "../exclusion/facts";
import { hasLapsed, LAPSE_DAYS } from "../exclusion/rules";
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
