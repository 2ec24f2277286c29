import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { readTerms } from "../papers/facts";
import { carryStances } from "./rules";

const VALUE = { id: true, valueSlug: true, name: true, meaning: true, shownBy: true } as const;

/** What a member last accepted, with where they stand on its values; null when they never did. */
export function readLatestPledge(tx: Tx, membershipId: string) {
  return tx.pledge.findFirst({
    where: { membershipId },
    orderBy: [{ acceptedAt: "desc" }, { id: "desc" }],
    select: {
      charterId: true,
      stances: {
        orderBy: { charterValue: { position: "asc" } },
        select: { charterValueId: true, stance: true, note: true, charterValue: { select: VALUE } },
      },
    },
  });
}

type Key = { associationId: string; membershipId: string; now: Date };

/** What accepting the charter in force asks of a member: its terms, the stances they took already, the ones still to take. */
export async function readRenewal(tx: Tx, { associationId, membershipId, now }: Key) {
  const asked = await readTerms(tx, associationId, now);
  const latest = await readLatestPledge(tx, membershipId);
  if (!asked || !latest) return null;
  const values = await tx.charterValue.findMany({
    where: { charterId: asked.charterId },
    orderBy: { position: "asc" },
    select: VALUE,
  });
  const taken = latest.stances.map(({ charterValueId, charterValue, ...stance }) => ({
    ...{ valueId: charterValueId, value: charterValue },
    ...stance,
  }));
  return { ...asked, isCharterNewer: latest.charterId !== asked.charterId, ...carryStances(values, taken) };
}
