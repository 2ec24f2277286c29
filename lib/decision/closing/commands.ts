import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { sumOfEach } from "@/lib/core/each";
import { ok } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { readTally } from "../facts";
import { endingOf } from "../rules";
import type { DecisionKind, DecisionOutcome } from "../types";

export type Closed = {
  readonly decisionId: string;
  readonly kind: DecisionKind;
  readonly associationId: string;
  readonly subjectId: string | null;
  readonly outcome: DecisionOutcome;
};

type Due = Omit<Closed, "outcome"> & { readonly isSecret: boolean };

/**
 * Counts a vote whose time is over and writes what came of it (rule DC4); null when there is nothing to close, so that whoever
 * comes second does nothing. Of a secret one, the ballots are laid down again without their voters. The caller records what
 * its matter calls for.
 */
export async function closeDecision(tx: Tx, decisionId: string, now: Date): Promise<Closed | null> {
  const [due] = await tx.$queryRaw<Due[]>`
    SELECT "id"::text AS "decisionId", "kind"::text, "associationId"::text, "subjectId"::text, "isSecret"
      FROM "Decision" WHERE "id" = ${decisionId}::uuid AND "state" = 'OPEN' AND "closesAt" <= ${now}::timestamptz
       FOR NO KEY UPDATE`;
  if (!due) return null;
  const { isSecret, ...decision } = due;
  const tally = await readTally(tx, decisionId);
  for (const { id, votes } of tally.options) await tx.decisionOption.update({ where: { id }, data: { votes } });
  if (isSecret) await unbind(tx, decisionId);
  const { outcome, chosenId } = endingOf(tally);
  await tx.decision.update({
    where: { id: decisionId, state: "OPEN" },
    data: { state: "CLOSED", outcome, chosenId, closedAt: now },
    select: { id: true },
  });
  return { ...decision, outcome };
}

/** New rows in an order of chance: neither their ids nor where they lie tell whose they were. */
async function unbind(tx: Tx, decisionId: string): Promise<void> {
  await tx.$executeRaw`
    WITH bound AS (DELETE FROM "Ballot" WHERE "decisionId" = ${decisionId}::uuid RETURNING "optionId", "objection")
    INSERT INTO "Ballot" ("decisionId", "optionId", "objection")
    SELECT ${decisionId}::uuid, "optionId", "objection" FROM bound ORDER BY gen_random_uuid()`;
}

const AT_ONCE = 100;

/** A job: closes proposals and votes on charters whose time is over, each by itself. Returns how many. */
export async function closeDueDecisions(now = new Date()): Promise<number> {
  const due = await db.decision.findMany({
    where: { state: "OPEN", closesAt: { lte: now }, kind: { in: ["GENERAL", "CHARTER"] } },
    orderBy: { closesAt: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  return sumOfEach(due, ({ id }) => closeAlone(id, now));
}

async function closeAlone(id: string, now: Date): Promise<number> {
  const result = await inTransaction<number, never>(null, async (tx) => {
    const closed = await closeDecision(tx, id, now);
    if (!closed) return ok(0);
    const { associationId, outcome } = closed;
    const told = { actorId: null, associationId, subjectId: id, data: { outcome }, at: now };
    await recordActivity(tx, { kind: "decision.closed", ...told });
    return ok(1);
  });
  return result.ok ? result.value : 0;
}
