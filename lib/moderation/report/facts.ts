import "server-only";
import { readCharterInForce } from "@/lib/association/facts";
import type { Actor } from "@/lib/auth/actor";
import { ok, type Result } from "@/lib/core/result";
import { lockAssociation, type Tx } from "@/lib/db/transaction";
import { findWhom } from "@/lib/directory/whom/facts";
import type { WhomRefusal } from "@/lib/directory/whom/rules";
import type { ReportAbout } from "./types";

type Citing = { associationId: string; clauseId: string; now: Date };
type Target = { associationId: string; about: ReportAbout; target: string };
type Pointed = {
  readonly isThere: boolean;
  readonly authorId: string | null;
  readonly projectId: string | null;
  readonly contributionId: string | null;
};

/** What is reported, and whose it is. Somebody who does not belong, or a project from elsewhere, is not there. */
export async function readTarget(
  tx: Tx,
  reporter: Actor,
  of: Target,
): Promise<Result<Pointed, WhomRefusal | "moderation.nothingThere">> {
  const { associationId, about, target } = of;
  if (about === "TEXT") return ok({ ...NOTHING, isThere: true });
  if (about === "MEMBER") return readMember(tx, reporter, of);
  if (about === "CONTRIBUTION") {
    const row = await readDeed(tx, { associationId, id: target.toLowerCase(), reporterId: reporter.memberId });
    return ok({ ...NOTHING, isThere: row !== null, authorId: row?.memberId ?? null, contributionId: row?.id ?? null });
  }
  const row = await tx.project.findFirst({
    where: { slug: target.toLowerCase(), associationId, isWithheld: false },
    select: { id: true, ownerId: true },
  });
  return ok({ ...NOTHING, isThere: row !== null, authorId: row?.ownerId ?? null, projectId: row?.id ?? null });
}

async function readMember(tx: Tx, reporter: Actor, { associationId, target }: Target) {
  const nobody = "moderation.nothingThere";
  const meant = await findWhom(tx, reporter, { typed: target, nobody, field: "target", associationId });
  if (!meant.ok) return meant;
  const row = await tx.membership.findFirst({
    where: { associationId, memberId: meant.value, state: { in: ["ACTIVE", "PAUSED"] } },
    select: { memberId: true },
  });
  return ok({ ...NOTHING, isThere: row !== null, authorId: row?.memberId ?? null });
}

const NOTHING: Pointed = { isThere: false, authorId: null, projectId: null, contributionId: null };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Pointing = { associationId: string; id: string; reporterId: string };

/** A contribution that this member reads: confirmed, to the association or to a project of its, not hidden, and open to them. */
export async function readDeed(tx: Tx, { associationId, id, reporterId }: Pointing) {
  if (!UUID.test(id)) return null;
  const ofHere = { OR: [{ associationId }, { project: { associationId } }] };
  const inSight = { OR: [{ projectId: null }, { project: { isWithheld: false } }] };
  const row = await tx.contribution.findFirst({
    where: { id, state: "CONFIRMED", isWithheld: false, AND: [ofHere, inSight] },
    select: { id: true, memberId: true, title: true, locale: true, confirmedById: true, projectId: true },
  });
  if (!row) return null;
  const { confirmedById, projectId, ...deed } = row;
  const [seen] = await tx.$queryRaw<{ isOpen: boolean }[]>`
    SELECT deed_open(${row.memberId}::uuid, ${confirmedById}::uuid, ${projectId}::uuid, ${reporterId}::uuid) AS "isOpen"`;
  return seen?.isOpen ? deed : null;
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
      ...{ id: true, associationId: true, reporterId: true, authorId: true, state: true, appealBy: true, about: true },
      ...{ projectId: true, contributionId: true, clauseId: true, openedAt: true, appealedAt: true },
      measures: {
        where: { isAppeal: false },
        select: { deciderId: true, kind: true, roleGrantId: true, until: true },
      },
    },
  });
  const first = measures[0] ?? null;
  return { ...row, first, associationSlug: at.association.slug, firstDeciderId: first?.deciderId ?? null };
}

export type TakenReport = NonNullable<Awaited<ReturnType<typeof takeReport>>>;
