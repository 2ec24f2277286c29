import "server-only";
import type { Tx } from "@/lib/db/transaction";

type Pair = { subjectId: string; witnessId: string; now: Date };

/**
 * How many times these two confirmed something of each other's this month in Italy, contributions and commitments, wherever it
 * was (rule K3). Makes other confirmations between the two wait; the last lock but the membership's.
 */
export async function takePair(tx: Tx, { subjectId, witnessId, now }: Pair): Promise<number> {
  await tx.$executeRaw`SELECT lock_pair(${subjectId}::uuid, ${witnessId}::uuid)`;
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT pair_confirmations(${subjectId}::uuid, ${witnessId}::uuid, ${now}::timestamptz) AS "count"`;
  return rows[0]?.count ?? 0;
}
