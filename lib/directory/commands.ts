import "server-only";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";

/**
 * Brings what search shows of one member in line with their profile, in the transaction that changed it (rules A2, A3).
 * Call it last, after every write. Leaves no row where nothing may be found.
 */
export async function refreshDirectory(tx: Tx, memberId: string): Promise<void> {
  await tx.$executeRaw`SELECT directory_refresh(ARRAY[${memberId}::uuid])`;
}

/**
 * Brings in line whoever shows an offer or an ask that has ended: every hour, because nobody acts when a day passes.
 * Until it runs, cards and profiles leave out what ended by themselves; only filters and counts may lag by that hour.
 * Returns how many people were refreshed, at most `limit`.
 */
export async function refreshEnded(tx: Tx, today: string, limit = 1000): Promise<number> {
  const ended = await tx.$queryRaw<{ memberId: string }[]>`
    SELECT DISTINCT "memberId"::text FROM "DirectoryEntry" WHERE "freshUntilOn" < ${today}::date LIMIT ${limit}`;
  const ids = ended.map(({ memberId }) => memberId);
  if (ids.length > 0) await tx.$executeRaw`SELECT directory_refresh(${ids}::uuid[])`;
  return ids.length;
}

/** Adds the changes of every count to its tally, so that reading facets stays short. Returns how many changes there were. */
export async function foldCounts(): Promise<number> {
  const [row] = await db.$queryRaw<{ changes: number }[]>`SELECT directory_fold()::int AS changes`;
  return row?.changes ?? 0;
}

/** So many changes of lists are folded at once: well within the time of a statement. */
const FOLD_MAX = 5000;

/** Brings the changes of ordered lists into their chunks, some lists after the other, each whole. Returns how many changes there were. */
export async function foldLists(atMost = FOLD_MAX): Promise<number> {
  let all = 0;
  for (let some = atMost; some >= atMost; all += some) {
    const [row] = await db.$queryRaw<
      { changes: number }[]
    >`SELECT directory_fold_lists(${atMost}::int)::int AS changes`;
    some = row?.changes ?? 0;
  }
  return all;
}
