import "server-only";
import { addDays } from "@/lib/core/duration";
import type { Tx } from "@/lib/db/transaction";
import { MARK_DAYS, markOf } from "../letter/rules";
import type { Listed } from "./rules";

type Key = { associationId: string; now: Date };

/** How many addresses an association handed in within a year. */
export async function countImported(tx: Tx, { associationId, now }: Key): Promise<number> {
  const sum = await tx.memberImport.aggregate({
    where: { associationId, createdAt: { gt: addDays(now, -MARK_DAYS) } },
    _sum: { lineCount: true },
  });
  return sum._sum.lineCount ?? 0;
}

/** What `canImport` asks. The caller holds the association's lock. */
export async function readImporting(tx: Tx, key: Key) {
  const where = { id: key.associationId };
  const { state } = await tx.association.findUniqueOrThrow({ where, select: { state: true } });
  return { isOpen: state === "OPEN", importedThisYear: await countImported(tx, key) };
}

/** Of the people on a list, the addresses this association has not written to within a year: once per address. */
export async function listUnwritten(
  tx: Tx,
  { associationId, people }: { associationId: string; people: readonly Listed[] },
) {
  const marked = people.map(({ email }) => ({ email, mark: markOf(associationId, email) }));
  const known = await tx.letter.findMany({
    where: { associationId, mark: { in: marked.map(({ mark }) => mark) } },
    select: { mark: true },
  });
  const written = new Set(known.map(({ mark }) => mark));
  return marked.flatMap(({ email, mark }) => (written.has(mark) ? [] : [email]));
}
