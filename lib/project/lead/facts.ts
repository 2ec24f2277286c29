import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import { canAct } from "@/lib/membership/standing/rules";
import type { ProjectFacts } from "../facts";

/** The lead as it is held out, if it is. */
export function readLeadOffer(tx: Tx, projectId: string) {
  return tx.leadOffer.findFirst({
    where: { projectId, state: "OFFERED" },
    select: { id: true, fromId: true, isLeaving: true, offeredById: true },
  });
}

/** What holding the lead out depends on. The caller holds the project's lock. */
export async function readLeadFacts(tx: Tx, project: Pick<ProjectFacts, "id" | "state">) {
  const { id: projectId, state } = project;
  const coHosts = await tx.coHosting.count({ where: { projectId, state: "CARRYING" } });
  return { state, coHosts, isOffered: (await readLeadOffer(tx, projectId)) !== null };
}

type At = { memberId: string; associationId: string; now: Date };

/** Whether somebody may own projects of an association: ACTIVE there, more than listening, with their papers in order. */
export async function mayOwnIn(tx: Tx, at: At): Promise<boolean> {
  const standing = await readStanding(tx, at);
  return standing !== null && canAct(standing, "PROPOSE").ok;
}

/** Whether the lead is nobody's: its association in the platform's custody, and the owner no longer of it. */
export async function isAbandoned(tx: Tx, { ownerId, associationId }: ProjectFacts, now: Date): Promise<boolean> {
  if (!associationId) return false;
  const { state } = await tx.association.findUniqueOrThrow({ where: { id: associationId }, select: { state: true } });
  if (state !== "CUSTODY") return false;
  const owner = ownerId ? await readStanding(tx, { memberId: ownerId, associationId, now }) : null;
  return !isMember(owner?.state ?? null);
}

type Taking = { project: ProjectFacts; associationId: string; memberId: string; now: Date };

/** What taking the lead depends on, besides the co-hosting. The caller holds the association's lock and the project's. */
export async function readTaking(tx: Tx, { project, associationId, memberId, now }: Taking) {
  const { ownerId, state } = project;
  return {
    state,
    offer: await readLeadOffer(tx, project.id),
    isAbandoned: await isAbandoned(tx, project, now),
    ownerStays: ownerId !== null && (await mayOwnIn(tx, { memberId: ownerId, associationId, now })),
    mayOwn: await mayOwnIn(tx, { memberId, associationId, now }),
  };
}
