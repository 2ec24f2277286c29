import "server-only";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { readBelonging } from "@/lib/contribution/carrier/facts";
import { countsIn, isInside, takesPart } from "@/lib/contribution/carrier/rules";
import { isEditor, owesWord } from "@/lib/contribution/facts";
import { answersFor, isConcerned } from "@/lib/contribution/reversal/rules";
import { CONFIRM_DAYS, canDeclare } from "@/lib/contribution/rules";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { unlocked } from "@/lib/db/transaction";
import { findProject } from "../page/queries";
import { placeOf } from "../page/rules";
import type { ConfirmedLine, ProjectView } from "../page/types";
import { day, personOf } from "../sight/queries";
import type { DeclaredLine, DeedsView, RejectedLine } from "./types";

/** What was done in a project, and, for those who take part, what waits to be confirmed; null when there is no such project for this viewer. */
export async function findDeeds(viewer: Viewer, slug: string, now = new Date()): Promise<DeedsView | null> {
  const project = await findProject(viewer, slug, now);
  if (!project) return null;
  const part = placeOf(project);
  const owes = viewer !== null && (await owesWord(unlocked, { projectId: project.id, memberId: viewer.memberId }));
  const membership =
    viewer && (part.isParticipant || owes) ? await findMembership(viewer, { id: project.id, now }) : null;
  const place = { ...part, isMember: membership !== null };
  const isParticipant = takesPart(place, { hasEnded: project.concludedAt !== null });
  const facts = {
    now,
    today: dayOf(now),
    projectStartedOn: dayOf(new Date(project.createdAt)),
    endedAt: project.concludedAt ? new Date(project.concludedAt) : null,
    isParticipant: isParticipant || owes,
    membership,
  };
  const mayDeclare = canDeclare(facts, facts.today).ok;
  return {
    project,
    isParticipant,
    mayDeclare,
    rejected: await listRejected(viewer, project.id),
    reversible: await listReversible(viewer, project, { isLead: part.isOwner, isParticipant, now }),
    declared: isParticipant ? await listDeclared(viewer, project.id, now) : [],
    files: mayDeclare && isInside(place) ? await listFiles(project.id) : [],
  };
}

function listFiles(projectId: string) {
  return db.projectFile.findMany({ where: { projectId }, orderBy: { id: "desc" }, select: { id: true, name: true } });
}

async function findMembership({ memberId }: Actor, { id, now }: { id: string; now: Date }) {
  return (await readBelonging(unlocked, { projectId: id, memberId, now }))?.standing ?? null;
}

type Part = { isLead: boolean; isParticipant: boolean; now: Date };

/** What somebody may set right (rule PJ6). */
async function listReversible(viewer: Viewer, { contributions }: ProjectView, { isLead, isParticipant, now }: Part) {
  if (!viewer) return [];
  const { memberId } = viewer;
  const isTheirs = (line: ConfirmedLine, isEditor: boolean) =>
    isConcerned({
      ...{ isAuthor: line.person?.memberId === memberId, isConfirmer: line.confirmedBy?.memberId === memberId },
      isAnswering: answersFor({ isLead, isParticipant, isEditor }),
    });
  const others = contributions.filter((line) => !isTheirs(line, false)).map(({ id }) => id);
  const edited = await editedAmong(viewer, { ids: others, now });
  return contributions.filter((line) => isTheirs(line, edited.has(line.id))).map(({ id }) => id);
}

/** Of these contributions to a project, those that count in an association where somebody holds EDIT. */
async function editedAmong({ memberId }: Actor, { ids, now }: { ids: string[]; now: Date }) {
  if (ids.length === 0) return new Set<string>();
  const rows = await db.contribution.findMany({
    where: { id: { in: ids } },
    select: { id: true, associationId: true, project: { select: { associationId: true } } },
  });
  const lines = rows.map(({ id, associationId: through, project }) => ({
    id,
    associationId: countsIn({ through, lead: project?.associationId ?? null }),
  }));
  const answered = new Set<string | null>();
  for (const associationId of new Set(lines.map((line) => line.associationId)))
    if (await isEditor(unlocked, { associationId, memberId, now })) answered.add(associationId);
  return new Set(lines.filter((line) => answered.has(line.associationId)).map(({ id }) => id));
}

function listRejected(viewer: Viewer, projectId: string): Promise<RejectedLine[]> {
  return db.$queryRaw<RejectedLine[]>`
    SELECT k."id"::text, k."title", k."rejection" AS "reason",
           (SELECT m."name" FROM "Member" m WHERE m."id" = k."rejectedById") AS "name"
      FROM "Contribution" k
     WHERE k."projectId" = ${projectId}::uuid AND k."memberId" = ${viewer?.memberId ?? null}::uuid AND k."state" = 'REJECTED'
     ORDER BY k."rejectedAt" DESC, k."id"`;
}

function listDeclared(viewer: Viewer, projectId: string, now: Date): Promise<DeclaredLine[]> {
  const me = viewer?.memberId ?? null;
  return db.$queryRaw<DeclaredLine[]>`
    SELECT k."id"::text, k."title", k."kind"::text, k."minutes", ${day(sql`k."doneOn"`)} AS "doneOn",
           ${personOf(viewer, sql`k."memberId"`)} AS "person", k."memberId" = ${me}::uuid AS "isOwn",
           k."evidenceUrl", CASE WHEN f."id" IS NOT NULL AND works_in(k."projectId", ${me}::uuid) THEN json_build_object('id', f."id", 'name', f."name") END AS "evidenceFile",
           to_char((k."declaredAt" + make_interval(days => ${CONFIRM_DAYS})) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "confirmBy"
      FROM "Contribution" k LEFT JOIN "ProjectFile" f ON f."id" = k."evidenceFileId"
     WHERE k."projectId" = ${projectId}::uuid AND k."state" = 'DECLARED' AND (NOT k."isWithheld" OR k."memberId" = ${me}::uuid)
       AND k."declaredAt" >= ${now}::timestamptz - make_interval(days => ${CONFIRM_DAYS})
     ORDER BY k."declaredAt", k."id"`;
}
