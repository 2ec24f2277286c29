import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { addDays, dateOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type KeyRefusal } from "@/lib/db/transaction";
import { refreshBehindOf } from "@/lib/membership/period/commands";
import { isFileOf, takeContribution, takeParticipation } from "./facts";
import { takePair } from "./pair/facts";
import { canPairConfirm, type PairRefusal } from "./pair/rules";
import { about, whereOf } from "./place/rules";
import { CONFIRM_DAYS, canDeclare, canJudge, type DeclareRefusal, type JudgeRefusal } from "./rules";
import type { ConfirmInput, DeclareInput, ReasonedInput } from "./schema";

type Standing = "common.notFound" | "common.unverified" | "common.suspended" | KeyRefusal;
type Recorded = { slug: string };

type Evidence = "evidenceUrl" | "evidenceFileId";
type Declaring = Omit<DeclareInput, Evidence> & Partial<Pick<DeclareInput, Evidence>>;

/**
 * Records something the actor did for a project (rule PJ5), with what shows it: a link, a file of the project. It counts once
 * somebody else confirms it.
 */
export async function declareContribution(
  actor: Actor,
  { slug, kind, title, hours, doneOn, evidenceUrl = null, evidenceFileId = null }: Declaring,
  now = new Date(),
): Promise<Result<Recorded, DeclareRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Recorded, DeclareRefusal | Standing>(actor, async (tx) => {
    const found = await takeParticipation(tx, { slug, memberId, now });
    if (!found) return refuse("common.notFound");
    const { project, countsIn: associationId, isInside, facts } = found;
    const verdict = canDeclare(facts, doneOn);
    if (!verdict.ok) return verdict;

    const { id: projectId, contentLocale } = project;
    if (evidenceFileId && !(isInside && (await isFileOf(tx, { projectId, fileId: evidenceFileId }))))
      return refuse("contribution.evidenceGone", { field: "evidenceFileId" });
    const { id } = await tx.contribution.create({
      data: {
        ...{ memberId, projectId, associationId, kind, title, locale: contentLocale },
        ...{ minutes: hours, doneOn: dateOf(doneOn), declaredAt: now, evidenceUrl, evidenceFileId },
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

type Judged = { slug: string; isInProject: boolean };

/**
 * Says that a contribution was indeed made: somebody who takes part, never its author (rule PJ5), at most three times a month
 * between the same two people (rule K3). Whoever was behind and has caught up by it is in step at once.
 */
export async function confirmContribution(
  actor: Actor,
  { contributionId: id }: ConfirmInput,
  now = new Date(),
): Promise<Result<Judged, JudgeRefusal | PairRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Judged, JudgeRefusal | PairRefusal | Standing>(actor, async (tx) => {
    const taken = await takeContribution(tx, { id, memberId, now });
    if (!taken) return refuse("common.notFound");
    const verdict = canJudge({ ...taken.facts, now });
    if (!verdict.ok) return verdict;
    const pair = canPairConfirm(await takePair(tx, { subjectId: taken.memberId, witnessId: memberId, now }));
    if (!pair.ok) return pair;

    const data = { state: "CONFIRMED", confirmedById: memberId, confirmedAt: now } as const;
    await tx.contribution.update({ where: { id, state: "DECLARED" }, data, select: { id: true } });
    await recordActivity(tx, { kind: "contribution.confirmed", actorId: memberId, ...about(taken, id), at: now });
    await refreshBehindOf(tx, { memberId: taken.memberId, associationId: taken.place.associationId }, now);
    return ok(whereOf(taken));
  });
}

/** Says, with a reason for its author alone, that it was not so. It counts for nothing and against nobody (rule PT3). */
export async function rejectContribution(
  actor: Actor,
  { contributionId: id, reason }: ReasonedInput,
  now = new Date(),
): Promise<Result<Judged, JudgeRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Judged, JudgeRefusal | Standing>(actor, async (tx) => {
    const taken = await takeContribution(tx, { id, memberId, now });
    if (!taken) return refuse("common.notFound");
    const verdict = canJudge({ ...taken.facts, now });
    if (!verdict.ok) return verdict;
    const data = { state: "REJECTED", rejectedById: memberId, rejectedAt: now, rejection: reason } as const;
    await tx.contribution.update({ where: { id, state: "DECLARED" }, data, select: { id: true } });
    await recordActivity(tx, { kind: "contribution.rejected", actorId: memberId, ...about(taken, id), at: now });
    return ok(whereOf(taken));
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
