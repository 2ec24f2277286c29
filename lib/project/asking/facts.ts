import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { type ProjectFacts, readScope } from "../facts";
import type { InviteFacts } from "./rules";

type Asking = { project: ProjectFacts; toId: string; now: Date };

/**
 * What `canInvite` asks of somebody; null when they do not let themselves be asked, or may not join there (rule A2): both look the
 * same. The caller holds the project's lock.
 */
export async function readInviting(tx: Tx, { project, toId, now }: Asking): Promise<InviteFacts | null> {
  if ((await tx.member.count({ where: { id: toId, isAskable: true } })) === 0) return null;
  const { membership } = await readScope(tx, toId, project, now);
  if (project.isWithheld || (project.isMembersOnly && membership !== "ACTIVE")) return null;
  const projectId = project.id;
  const declined = await tx.ideaInvitation.findFirst({
    where: { projectId, toId, askedById: project.ownerId, state: "DECLINED" },
    orderBy: { closedAt: "desc" },
    select: { closedAt: true },
  });
  const standing = await tx.coProposer.count({ where: { projectId, memberId: toId, withdrawnAt: null } });
  return {
    now,
    state: project.state,
    isIn: toId === project.ownerId || standing > 0,
    isAsked: (await tx.ideaInvitation.count({ where: { projectId, toId, state: "OPEN" } })) > 0,
    openCount: await tx.ideaInvitation.count({ where: { projectId, state: "OPEN" } }),
    lastDeclinedAt: declined?.closedAt ?? null,
  };
}
