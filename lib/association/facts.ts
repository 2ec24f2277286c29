import "server-only";
import type { Tx } from "@/lib/db/transaction";

/** The newest version published by now: what whoever enters today must accept. Null before the first one. */
export async function readCharterInForce(tx: Tx, associationId: string, now: Date) {
  return tx.charter.findFirst({
    where: { associationId, publishedAt: { lte: now } },
    orderBy: { version: "desc" },
    select: {
      id: true,
      version: true,
      hash: true,
      minMinutes: true,
      minPeriod: true,
      values: { orderBy: { position: "asc" }, select: { id: true } },
    },
  });
}

/** The questions asked today, in their order. */
export async function readQuestions(tx: Tx, associationId: string) {
  return tx.question.findMany({
    where: { associationId, retiredAt: null },
    orderBy: { position: "asc" },
    select: { id: true, position: true, text: true, isRequired: true },
  });
}
