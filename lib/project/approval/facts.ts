import "server-only";
import { lockProject, type Tx } from "@/lib/db/transaction";
import { lockWithStanding } from "@/lib/membership/facts";
import { answersFor } from "@/lib/membership/role/facts";
import { readProject } from "../facts";

/** Whether an association wants to approve its projects before they start; personal ones have nobody to ask. */
export async function readNeedsApproval(tx: Tx, associationId: string | null): Promise<boolean> {
  if (!associationId) return false;
  const where = { where: { id: associationId }, select: { approvesProjects: true } };
  return (await tx.association.findUniqueOrThrow(where)).approvesProjects;
}

/** The newest asking about a project; null when there was none. The caller holds the project's lock. */
export function readLastApproval(tx: Tx, projectId: string) {
  return tx.projectApproval.findFirst({
    where: { projectId },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    select: { id: true, state: true },
  });
}

type Acting = { approvalId: string; memberId: string; now: Date };

const readApproval = (tx: Tx, id: string) =>
  tx.projectApproval.findUnique({
    where: { id },
    select: {
      ...{ id: true, state: true },
      project: { select: { slug: true, association: { select: { slug: true } } } },
    },
  });

/**
 * An asking with the association that leads the project, and then the project, locked, for whoever answers there for EDIT; null for
 * anybody else, and where there is none (rules A2, R1).
 */
export async function takeApproval(tx: Tx, { approvalId, memberId, now }: Acting) {
  const at = await readApproval(tx, approvalId);
  const lead = at?.project.association?.slug;
  const locked = lead ? await lockWithStanding(tx, memberId, lead, now) : null;
  if (!at || !lead || !locked?.standing.responsibilities.includes("EDIT")) return null;
  if (!(await lockProject(tx, at.project.slug))) return null;
  const [row, project] = [await readApproval(tx, approvalId), await readProject(tx, at.project.slug)];
  if (!row || !project || project.isWithheld || project.associationId !== locked.associationId) return null;
  const hasOthers = await othersAnswer(tx, { associationId: locked.associationId, memberId, now });
  return { row, project, association: lead, hasOthers };
}

type Others = { associationId: string; memberId: string; now: Date };

async function othersAnswer(tx: Tx, { associationId, memberId, now }: Others): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Membership" s JOIN "RoleGrant" g ON g."membershipId" = s."id" AND g."state" = 'HELD'
                    WHERE s."associationId" = ${associationId}::uuid AND s."memberId" <> ${memberId}::uuid AND s."state" = 'ACTIVE'
                      AND ${answersFor("EDIT", now)}) AS "is"`;
  return row?.is ?? false;
}
