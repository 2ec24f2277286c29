import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { type ProjectFacts, readScope } from "../facts";
import type { InviteFacts } from "./rules";

type Asking = { project: ProjectFacts; handle: string; now: Date };

/**
 * What `canInvite` asks, and whom; null when nobody a member may find and who lets themselves be asked bears that handle, or nobody who may join there (rule
 * A2): both look the same. The caller holds the project's lock.
 */
export async function readInviting(tx: Tx, { project, handle, now }: Asking) {
  const to = await tx.member.findFirst({
    where: { handle, isListed: true, isAskable: true, account: { suspendedAt: null } },
    select: { id: true },
  });
  if (!to) return null;
  const { membership } = await readScope(tx, to.id, project, now);
  if (project.isWithheld || (project.isMembersOnly && membership !== "ACTIVE")) return null;
  const projectId = project.id;
  const declined = await tx.ideaInvitation.findFirst({
    where: { projectId, toId: to.id, askedById: project.ownerId, state: "DECLINED" },
    orderBy: { closedAt: "desc" },
    select: { closedAt: true },
  });
  const standing = await tx.coProposer.count({ where: { projectId, memberId: to.id, withdrawnAt: null } });
  const facts: InviteFacts = {
    now,
    state: project.state,
    isIn: to.id === project.ownerId || standing > 0,
    isAsked: (await tx.ideaInvitation.count({ where: { projectId, toId: to.id, state: "OPEN" } })) > 0,
    openCount: await tx.ideaInvitation.count({ where: { projectId, state: "OPEN" } }),
    lastDeclinedAt: declined?.closedAt ?? null,
  };
  return { toId: to.id, facts };
}
