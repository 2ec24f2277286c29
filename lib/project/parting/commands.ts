import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { enterOwn } from "../cohosting/commands";
import { type CoHostingRow, takeAsSteward } from "../cohosting/facts";
import { canPart, type PartRefusal } from "../cohosting/rules";
import type { CoHostRefInput } from "../cohosting/schema";
import type { Standing } from "../commands";
import { factsToTell, type ProjectFacts } from "../facts";
import { listStranded, listStrandedCommitments } from "./facts";
import type { LetGoInput } from "./schema";

type Parting = {
  readonly row: Pick<CoHostingRow, "id" | "associationId">;
  readonly project: ProjectFacts;
  readonly actor: Actor;
  readonly ending: "LEFT" | "LET_GO";
  readonly farewell: string;
  readonly now: Date;
};

/**
 * The association no longer carries the project, at once and without reason (as rule M7). By whoever answers there for EDIT.
 * Whoever is in it only through that association goes with it where it is for members only; nobody else is stopped.
 */
export async function leaveCoHosting(
  actor: Actor,
  { coHostingId: id }: CoHostRefInput,
  now = new Date(),
): Promise<Result<{ association: string }, PartRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<{ association: string }, PartRefusal | Standing>(actor, async (tx) => {
    const found = await takeAsSteward(tx, { id, memberId: actor.memberId, now });
    if (!found) return refuse("common.notFound");
    const { row, project } = found;
    const verdict = canPart({ carrying: row.state, state: project.state });
    if (!verdict.ok) return verdict;
    await part(tx, { row, project, actor, ending: "LEFT", farewell: "", now });
    return ok({ association: row.association.slug });
  });
}

/** Lets a co-host go, with a reason its stewards read. By the owner. */
export async function letCoHostGo(
  actor: Actor,
  { coHostingId: id, farewell }: LetGoInput,
  now = new Date(),
): Promise<Result<{ slug: string }, PartRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<{ slug: string }, PartRefusal | Standing>(actor, async (tx) => {
    const entered = await enterOwn(tx, actor, { id, now });
    if (!entered.ok) return entered;
    const { row, project } = entered.value;
    const verdict = canPart({ carrying: row.state, state: project.state });
    if (!verdict.ok) return verdict;
    await part(tx, { row, project, actor, ending: "LET_GO", farewell, now });
    return ok({ slug: project.slug });
  });
}

async function part(tx: Tx, { row, project, actor, ending, farewell, now }: Parting): Promise<void> {
  const { id, associationId } = row;
  const { id: projectId } = project;
  await tx.coHosting.update({
    where: { id, state: "CARRYING" },
    data: { state: "ENDED", ending, farewell, endedById: actor.memberId, endedAt: now },
    select: { id: true },
  });
  await releaseStranded(tx, { project, associationId, subjectId: id, actorId: actor.memberId, now });
  if ((await tx.coHosting.count({ where: { projectId, state: "CARRYING" } })) === 0)
    await tx.leadOffer.updateMany({
      where: { projectId, state: "OFFERED" },
      data: { state: "WITHDRAWN", closedAt: now },
    });
  const told = { actorId: actor.memberId, associationId, subjectId: id, data: factsToTell(project), at: now };
  await recordActivity(tx, { kind: "project.coHostLeft", projectId, ...told });
  if (ending === "LET_GO") await recordActivity(tx, { kind: "project.coHostLetGo", ...told });
}

type Release = {
  readonly project: ProjectFacts;
  readonly associationId: string;
  readonly subjectId: string;
  readonly actorId: string;
  readonly now: Date;
};

/**
 * Ends what people had in a project only through an association that no longer carries it: seats open again and nobody moves up
 * by themselves, tasks are nobody's again (the database sees to it), what they were asked about seats or offered beyond them is
 * taken back, commitments are let go without weight, for nobody broke them (rules K2, M8). What they did stays. Each is told.
 */
export async function releaseStranded(tx: Tx, { project, associationId, now, ...by }: Release): Promise<void> {
  const { id: projectId } = project;
  await tx.$executeRaw`SELECT end_stranded_asks(${projectId}::uuid, ${now}::timestamptz)`;
  const offers = await listStranded(tx, { projectId, associationId });
  const commitments = await listStrandedCommitments(tx, { projectId, associationId });
  const members = [...new Set([...offers, ...commitments].map(({ memberId }) => memberId))];
  if (members.length === 0) return;
  await tx.needOffer.updateMany({
    where: { id: { in: offers.map(({ offerId }) => offerId) }, state: { in: ["WAITING", "QUEUED", "ACCEPTED"] } },
    data: { state: "WITHDRAWN", closedAt: now },
  });
  await tx.commitment.updateMany({
    where: { id: { in: commitments.map(({ id }) => id) }, state: "OPEN" },
    data: { state: "RELEASED", closedAt: now },
  });
  await tx.projectHandover.updateMany({
    where: { projectId, toId: { in: members }, state: "OFFERED" },
    data: { state: "WITHDRAWN", closedAt: now },
  });
  for (const memberId of members)
    await recordActivity(tx, {
      ...{ kind: "project.placeEnded", memberId, associationId, ...by },
      ...{ data: { project: project.title }, at: now },
    });
}
