import { db } from "@/lib/db/client";
import type { Sql } from "@/lib/db/sql";

const waiting = async () =>
  Number((await db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM pg_locks WHERE NOT granted`)[0]?.n);

/**
 * Starts all acts while a row is held (a statement FOR UPDATE), lets it go once several wait there, and answers what became of
 * them: so they do meet, however fast one alone would be.
 */
export async function meeting<T>(held: Sql, acts: readonly (() => Promise<T>)[]): Promise<T[]> {
  const answers = await db.$transaction(async (tx) => {
    await tx.$queryRaw(held);
    const begun = acts.map((act) => act());
    for (let tries = 0; tries < 100 && (await waiting()) < Math.min(2, acts.length); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    return begun;
  });
  return Promise.all(answers);
}
