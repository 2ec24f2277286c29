import "server-only";
import { readCharterInForce, readQuestions } from "@/lib/association/facts";
import type { Tx } from "@/lib/db/transaction";
import type { Terms } from "./types";

/** What papers handed in now are held against: the charter in force and the questions asked. Null before the first charter. */
export async function readTerms(tx: Tx, associationId: string, now: Date) {
  const charter = await readCharterInForce(tx, associationId, now);
  if (!charter) return null;
  const questions = await readQuestions(tx, associationId);
  const { id: charterId, hash: charterHash, minMinutes, minPeriod } = charter;
  const terms: Terms = { charterHash, minMinutes, minPeriod, valueIds: charter.values.map(({ id }) => id), questions };
  return { charterId, questions, terms };
}
