import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { readBelonging } from "@/lib/contribution/carrier/facts";
import { unlocked } from "@/lib/db/transaction";
import { findProject } from "../page/queries";
import type { ProjectView } from "../page/types";
import type { Person } from "../types";
import { readWorksIn } from "./facts";
import { canWork, progressOf } from "./rules";
import type { WorkView } from "./types";

/** The work of a project, for those who take part in it; null for anybody else, as if there were none (rule A2). */
export async function findWork(actor: Actor, slug: string, now = new Date()): Promise<WorkView | null> {
  const project = await findProject(actor, slug);
  if (!project?.viewer?.isInside) return null;
  const belonging = await readBelonging(unlocked, { projectId: project.id, memberId: actor.memberId, now });
  const membership = belonging?.standing ?? null;
  const verdict = canWork({ state: project.state, membership });
  return {
    project,
    progress: progressOf(project),
    barred: verdict.ok ? null : verdict.refusal.code,
    people: (await workersOf(project)).filter(({ memberId }) => memberId !== actor.memberId),
  };
}

/** Who leads it, where they work in it still, and who sits in it, each once. */
async function workersOf({ id, owner, needs }: ProjectView): Promise<NonNullable<Person>[]> {
  const leads = owner && (await readWorksIn(unlocked, { projectId: id, memberId: owner.memberId }));
  const all = [leads ? owner : null, ...needs.flatMap(({ sitters }) => sitters.map(({ person }) => person))].flatMap(
    (one) => one ?? [],
  );
  return [...new Map(all.map((one) => [one.memberId, one])).values()];
}
