import "server-only";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import type { Language } from "@/lib/taxonomy/types";
import { RECHECK_HOURS } from "./rules";

export type DueSearch = {
  readonly id: string;
  readonly memberId: string;
  readonly query: string;
  readonly locale: Language;
};

/** Searches nobody looked at for a while, some at a time, after an id. */
export async function listDue(after: string | null, { now, max }: { now: Date; max: number }): Promise<DueSearch[]> {
  const dueSince = new Date(now.getTime() - RECHECK_HOURS * 3_600_000);
  const rows = await db.savedSearch.findMany({
    where: { checkedAt: { lte: dueSince }, ...(after && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: max,
    select: { id: true, memberId: true, query: true, locale: true },
  });
  return rows.map((row) => ({ ...row, locale: row.locale as Language }));
}

export type Watched = {
  readonly seen: number[];
  readonly told: number[];
  readonly isWide: boolean;
  readonly toldAt: Date | null;
};

/** What a search remembers, until the transaction ends nobody else's to change; null when it was forgotten. */
export async function lockWatched(tx: Tx, id: string): Promise<Watched | null> {
  const [row] = await tx.$queryRaw<Watched[]>`
    SELECT "seen", "told", "isWide", "toldAt" FROM "SavedSearch" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return row ?? null;
}
