import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { addDays, dateOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type KeyRefusal } from "@/lib/db/transaction";
import { readContribution, slugOfContribution, takeParticipation } from "./facts";
import { CONFIRM_DAYS, type ConfirmRefusal, canConfirm, canDeclare, type DeclareRefusal } from "./rules";
import type { ConfirmInput, DeclareInput } from "./schema";

type Standing = "common.notFound" | "common.unverified" | "common.suspended" | KeyRefusal;
type Recorded = { slug: string };

/** Records something the actor did for a project (rule PJ5). It counts once somebody else confirms it. */
export async function declareContribution(
  actor: Actor,
  { slug, kind, title, hours, doneOn }: DeclareInput,
  now = new Date(),
): Promise<Result<Recorded, DeclareRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Recorded, DeclareRefusal | Standing>(actor, async (tx) => {
    const found = await takeParticipation(tx, { slug, memberId, now });
    if (!found) return refuse("common.notFound");
    const { project, facts } = found;
    const verdict = canDeclare(facts, doneOn);
    if (!verdict.ok) return verdict;

    const { id: projectId, associationId, contentLocale } = project;
    const { id } = await tx.contribution.create({
      data: {
        ...{ memberId, projectId, associationId, kind, title, locale: contentLocale },
        minutes: hours,
        doneOn: dateOf(doneOn),
        declaredAt: now,
      },
      select: { id: true },
    });
    await recordActivity(tx, {
      kind: "contribution.declared",
      actorId: memberId,
      memberId: project.ownerId === memberId ? null : project.ownerId,
      associationId,
      projectId,
      subjectId: id,
      data: { slug, project: project.title },
      at: now,
    });
    return ok({ slug });
  });
}

/** Says that a contribution was indeed made: the owner or another participant, never its author (rule PJ5). */
export async function confirmContribution(
  actor: Actor,
  { contributionId }: ConfirmInput,
  now = new Date(),
): Promise<Result<Recorded, ConfirmRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Recorded, ConfirmRefusal | Standing>(actor, async (tx) => {
    const slug = await slugOfContribution(tx, contributionId);
    const found = slug ? await takeParticipation(tx, { slug, memberId, now }) : null;
    const row = found && (await readContribution(tx, contributionId, memberId));
    if (!slug || !row) return refuse("common.notFound");
    const verdict = canConfirm({ ...row, now, isParticipant: found.facts.isParticipant });
    if (!verdict.ok) return verdict;

    await tx.contribution.update({
      where: { id: contributionId, state: "DECLARED" },
      data: { state: "CONFIRMED", confirmedById: memberId, confirmedAt: now },
      select: { id: true },
    });
    await recordActivity(tx, {
      kind: "contribution.confirmed",
      actorId: memberId,
      memberId: row.memberId,
      associationId: found.project.associationId,
      projectId: found.project.id,
      subjectId: contributionId,
      data: { slug, project: found.project.title },
      at: now,
    });
    return ok({ slug });
  });
}

type Lapsed = {
  id: string;
  memberId: string;
  projectId: string | null;
  associationId: string | null;
  slug: string | null;
  project: string | null;
};

/** A job: contributions nobody confirmed within 21 days do not count (rule PJ5). Returns how many lapsed. */
export async function lapseContributions(now = new Date()): Promise<number> {
  const result = await inTransaction<number, never>(null, async (tx) => {
    const rows = await tx.$queryRaw<Lapsed[]>`
      UPDATE "Contribution" c SET "state" = 'LAPSED'
        FROM "Contribution" same LEFT JOIN "Project" p ON p."id" = same."projectId"
       WHERE same."id" = c."id" AND c."state" = 'DECLARED' AND c."declaredAt" < ${addDays(now, -CONFIRM_DAYS)}
      RETURNING c."id"::text, c."memberId"::text AS "memberId", c."projectId"::text AS "projectId",
                c."associationId"::text AS "associationId", p."slug", p."title" AS "project"`;
    for (const { id, memberId, projectId, associationId, slug, project } of rows)
      await recordActivity(tx, {
        kind: "contribution.lapsed",
        actorId: null,
        memberId,
        associationId,
        projectId,
        subjectId: id,
        data: { ...(slug && { slug }), ...(project && { project }) },
        at: now,
      });
    return ok(rows.length);
  });
  return result.ok ? result.value : 0;
}
