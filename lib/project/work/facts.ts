import "server-only";
import { takeParticipation } from "@/lib/contribution/facts";
import type { Tx } from "@/lib/db/transaction";
import { type ProjectFacts, readProject } from "../facts";
import type { WorkFacts } from "./rules";

export type Work = { readonly project: ProjectFacts; readonly facts: WorkFacts };
type Asking = { slug: string; memberId: string; now: Date };

/** The project, locked, for somebody who takes part in it; null for anybody else, as if there were none (rule A2). */
export async function takeWork(tx: Tx, asking: Asking): Promise<Work | null> {
  const found = await takeParticipation(tx, asking);
  const project = found && (await readProject(tx, asking.slug));
  if (!found || !project) return null;
  return found.isInside ? { project, facts: { state: project.state, membership: found.facts.membership } } : null;
}

type Who = { projectId: string; memberId: string };

/** Whether somebody works in a project: leads it, and belongs to what carries it, or sits in it. */
export async function readWorksIn(tx: Tx, { projectId, memberId }: Who): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`SELECT works_in(${projectId}::uuid, ${memberId}::uuid) AS "is"`;
  return row?.is ?? false;
}
