import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import type { Standing } from "@/lib/membership/standing/types";
import { belongingAmong } from "./rules";

/** The associations that carry a project: the one that leads it first, then those that co-host, the longest first. */
export function readCarriers(tx: Tx, projectId: string) {
  return tx.$queryRaw<{ associationId: string; isLead: boolean }[]>`
    SELECT c."associationId"::text, c."isLead" FROM "ProjectCarrier" c WHERE c."projectId" = ${projectId}::uuid
     ORDER BY c."isLead" DESC, c."since", c."associationId"`;
}

export type Belonging = { readonly associationId: string; readonly isLead: boolean; readonly standing: Standing };
type Asking = { projectId: string; memberId: string; now: Date };

/** Every association that carries a project and where somebody belongs, in pause too, in the order of `readCarriers`. */
export async function readBelongings(tx: Tx, { projectId, ...who }: Asking): Promise<Belonging[]> {
  const all: Belonging[] = [];
  for (const carrier of await readCarriers(tx, projectId)) {
    const standing = await readStanding(tx, { associationId: carrier.associationId, ...who });
    if (standing && isMember(standing.state)) all.push({ ...carrier, standing });
  }
  return all;
}

/** Through which association somebody takes part in a project; null for those who belong to none that carries it. */
export async function readBelonging(tx: Tx, asking: Asking): Promise<Belonging | null> {
  return belongingAmong(await readBelongings(tx, asking));
}
