import "server-only";
import { readCharterInForce } from "@/lib/association/facts";
import { lockAssociation, type Tx } from "@/lib/db/transaction";
import type { ReportAbout } from "./types";

type Citing = { associationId: string; clauseId: string; now: Date };
type Target = { associationId: string; about: ReportAbout; target: string };

/** What is reported, and whose it is. Somebody who does not belong, or a project from elsewhere, is not there. */
export async function readTarget(tx: Tx, { associationId, about, target }: Target) {
  if (about === "TEXT") return { isThere: true, authorId: null, projectId: null };
  if (about === "PROJECT") {
    const row = await tx.project.findFirst({
      where: { slug: target, associationId },
      select: { id: true, ownerId: true },
    });
    return { isThere: row !== null, authorId: row?.ownerId ?? null, projectId: row?.id ?? null };
  }
  const row = await tx.membership.findFirst({
    where: { associationId, member: { handle: target }, state: { in: ["ACTIVE", "PAUSED"] } },
    select: { memberId: true },
  });
  return { isThere: row !== null, authorId: row?.memberId ?? null, projectId: null };
}

/** Whether a clause stands in the charter in force: what a report cites. */
export async function isClauseInForce(tx: Tx, { associationId, clauseId, now }: Citing): Promise<boolean> {
  const charter = await readCharterInForce(tx, associationId, now);
  return charter !== null && (await tx.clause.count({ where: { id: clauseId, charterId: charter.id } })) > 0;
}

/** Whether a clause stands in one of the association's charters: what was said under an older one is judged by it. */
export async function isClauseOf(tx: Tx, associationId: string, clauseId: string): Promise<boolean> {
  return (await tx.clause.count({ where: { id: clauseId, charter: { associationId } } })) > 0;
}

/** A report, the association locked; null without one. */
export async function takeReport(tx: Tx, reportId: string) {
  const at = await tx.report.findUnique({
    where: { id: reportId },
    select: { association: { select: { slug: true } } },
  });
  if (!at) return null;
  await lockAssociation(tx, at.association.slug);
  const { measures, ...row } = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: {
      ...{ id: true, associationId: true, reporterId: true, authorId: true, state: true, appealBy: true },
      measures: { where: { isAppeal: false }, select: { deciderId: true } },
    },
  });
  return { ...row, associationSlug: at.association.slug, firstDeciderId: measures[0]?.deciderId ?? null };
}
