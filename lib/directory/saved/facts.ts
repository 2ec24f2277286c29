import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { SavedFacts } from "./rules";

/** What `placeFor` asks; the caller holds the member's lock. */
export async function readSavedFacts(tx: Tx, memberId: string, query: string): Promise<SavedFacts> {
  const rows = await tx.savedSearch.findMany({ where: { memberId }, select: { place: true, query: true } });
  return { isSaved: rows.some((row) => row.query === query), places: rows.map(({ place }) => place) };
}

type Remembered = { readonly seen: number[]; readonly told: number[] };

/** What an own search remembers, until the transaction ends nobody else's to change; null when there is none. */
export async function lockSaved(tx: Tx, { id, memberId }: { id: string; memberId: string }) {
  const [row] = await tx.$queryRaw<Remembered[]>`
    SELECT "seen", "told" FROM "SavedSearch" WHERE "id" = ${id}::uuid AND "memberId" = ${memberId}::uuid FOR UPDATE`;
  return row ?? null;
}
