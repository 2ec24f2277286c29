import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { readHeldCompetences } from "@/lib/member/facts";
import type { ProjectFacts } from "../facts";
import { IDEA_PEOPLE, type JoinFacts, peopleOf } from "./rules";

/** Those who stand in an idea, in the order in which they came. */
export function readDreamers(tx: Tx, projectId: string) {
  return tx.coProposer.findMany({
    where: { projectId, withdrawnAt: null },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
    select: { id: true, memberId: true, brings: true, competenceId: true },
  });
}

/** How many people an idea has, and how many it was opened for. The caller holds the project's lock. */
export async function readGathering(tx: Tx, { id, ownerId }: Pick<ProjectFacts, "id" | "ownerId">) {
  const dreamers = await readDreamers(tx, id);
  const row = await tx.project.findUniqueOrThrow({ where: { id }, select: { peopleNeeded: true } });
  return { dreamers, people: peopleOf(ownerId, dreamers), peopleNeeded: row.peopleNeeded ?? IDEA_PEOPLE };
}

type Pair = { project: Pick<ProjectFacts, "id" | "state">; memberId: string };

/** What `canJoin` asks. The caller holds the project's lock. */
export async function readJoining(tx: Tx, { project, memberId }: Pair): Promise<JoinFacts> {
  const standing = await tx.coProposer.count({ where: { projectId: project.id, memberId, withdrawnAt: null } });
  return {
    state: project.state,
    isIn: standing > 0,
    heldCompetenceIds: await readHeldCompetences(tx, memberId),
  };
}

/** The newest word of a member on an idea, whatever became of it; null when they never joined. */
export function readOwnWord(tx: Tx, { project, memberId }: Pair) {
  return tx.coProposer.findFirst({
    where: { projectId: project.id, memberId },
    orderBy: [{ joinedAt: "desc" }, { id: "desc" }],
    select: { id: true, withdrawnAt: true },
  });
}

/** Each of these competences with those above it, itself included. */
export async function readAbove(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, number[]>> {
  const rows = await tx.competenceAncestor.findMany({
    where: { competenceId: { in: [...ids] } },
    select: { competenceId: true, aboveId: true },
  });
  return new Map(ids.map((id) => [id, rows.filter((row) => row.competenceId === id).map(({ aboveId }) => aboveId)]));
}

/** How many people an association asks for; personal ideas go by the number associations begin with. */
export async function readPeopleNeeded(tx: Tx, associationId: string | null): Promise<number> {
  if (!associationId) return IDEA_PEOPLE;
  const { ideaPeopleNeeded } = await tx.association.findUniqueOrThrow({
    where: { id: associationId },
    select: { ideaPeopleNeeded: true },
  });
  return ideaPeopleNeeded;
}
