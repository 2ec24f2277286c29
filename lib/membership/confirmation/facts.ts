import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { readTerms } from "../papers/facts";
import { carryStances } from "../pledge/rules";

const VALUE = { id: true, valueSlug: true, name: true, meaning: true, shownBy: true } as const;

/** What confirming an application on the charter in force asks: its terms, the stances it has, the ones still to take. */
export async function readConfirmation(tx: Tx, applicationId: string, now: Date) {
  const { associationId, charterId, charter, stances } = await tx.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: {
      ...{ associationId: true, charterId: true, charter: { select: { version: true } } },
      stances: {
        select: { stance: true, note: true, charterValue: { select: { charterId: true, ...VALUE } } },
      },
    },
  });
  const asked = await readTerms(tx, associationId, now);
  if (!asked) return null;
  const values = await tx.charterValue.findMany({
    where: { charterId: asked.charterId },
    orderBy: { position: "asc" },
    select: VALUE,
  });
  const taken = stances
    .filter(({ charterValue }) => charterValue.charterId === charterId)
    .map(({ charterValue, stance, note }) => ({ valueId: charterValue.id, stance, note, value: charterValue }));
  const from = { id: charterId, version: charter.version };
  return { ...asked, associationId, from, isOutdated: charterId !== asked.charterId, ...carryStances(values, taken) };
}
