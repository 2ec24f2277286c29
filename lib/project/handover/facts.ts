import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import { canAct } from "@/lib/membership/standing/rules";
import type { ProjectFacts } from "../facts";

type Pair = { project: ProjectFacts; memberId: string };
type Asking = Pair & { now: Date };

/** Whether a member may own projects where this one lives: anybody a personal one, else those ACTIVE and more than listening. */
export async function mayOwnThere(tx: Tx, { project, memberId, now }: Asking): Promise<boolean> {
  if (!project.associationId) return true;
  const standing = await readStanding(tx, { memberId, associationId: project.associationId, now });
  return standing !== null && canAct(standing, "PROPOSE").ok;
}

/** What asking somebody to take a project on depends on. The caller holds the project's lock. */
export async function readHandoverFacts(tx: Tx, { project, memberId, now }: Asking) {
  const refused = await tx.projectHandover.findFirst({
    where: { projectId: project.id, toId: memberId, offeredById: project.ownerId, state: "REFUSED" },
    orderBy: { closedAt: "desc" },
    select: { closedAt: true },
  });
  return {
    state: project.state,
    hasOpenHandover: (await readOpenHandover(tx, project.id)) !== null,
    isParticipant: memberId !== project.ownerId && (await takesPart(tx, { project, memberId })),
    mayOwn: await mayOwnThere(tx, { project, memberId, now }),
    lastRefusedAt: refused?.closedAt ?? null,
  };
}

/** Whether they have a seat; in an idea, where there are none, whether they dream it too. */
async function takesPart(tx: Tx, { project: { id: projectId, state }, memberId }: Pair): Promise<boolean> {
  if (state === "IDEA") return (await tx.coProposer.count({ where: { projectId, memberId, withdrawnAt: null } })) > 0;
  return (await tx.needOffer.count({ where: { memberId, state: "ACCEPTED", need: { projectId } } })) > 0;
}

/** The question that stands, if any. */
export async function readOpenHandover(tx: Tx, projectId: string) {
  return tx.projectHandover.findFirst({ where: { projectId, state: "OFFERED" }, select: { id: true, toId: true } });
}

/** The newest question put to this member, whatever became of it. */
export async function readHandoverTo(tx: Tx, { project, memberId }: Pair) {
  return tx.projectHandover.findFirst({
    where: { projectId: project.id, toId: memberId },
    orderBy: [{ offeredAt: "desc" }, { id: "desc" }],
    select: { id: true, state: true },
  });
}

/** What taking on a project left behind depends on, and whether this member answers for roles where it lives (rule R1). */
export async function readAdoption(tx: Tx, { project, memberId, now }: Asking) {
  const { associationId, ownerId, state } = project;
  if (!associationId) return null;
  const standing = await readStanding(tx, { memberId, associationId, now });
  if (!standing?.responsibilities.includes("GRANT")) return null;
  const owner = ownerId && (await readStanding(tx, { memberId: ownerId, associationId, now }));
  return {
    state,
    isLed: Boolean(owner) && isMember(owner ? owner.state : null),
    mayOwn: canAct(standing, "PROPOSE").ok,
  };
}
