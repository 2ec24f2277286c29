import "server-only";
import { readCharterInForce } from "@/lib/association/facts";
import { lockAssociation, type Tx } from "@/lib/db/transaction";
import { ENTERED, readStanding } from "@/lib/membership/facts";
import { heldAt } from "@/lib/membership/role/facts";
import { mayJudge } from "./rules";

type Asking = { associationId: string; subjectId: string; clauseId: string; now: Date };

/** What `canOpenCase` asks about somebody and a clause. The caller holds the association's lock. */
export async function readSubject(tx: Tx, { associationId, subjectId, clauseId, now }: Asking) {
  const charter = await readCharterInForce(tx, associationId, now);
  const clause = charter && (await tx.clause.findFirst({ where: { id: clauseId, charterId: charter.id } }));
  const membership = await tx.membership.findUnique({
    where: { associationId_memberId: { associationId, memberId: subjectId } },
    select: {
      ...{ id: true, state: true },
      cases: { where: { state: { in: ["NOTICE", "VOTING"] } }, select: { id: true } },
    },
  });
  return {
    membershipId: membership?.id ?? "",
    state: membership?.state ?? null,
    hasOpenCase: (membership?.cases.length ?? 0) > 0,
    isClauseInForce: Boolean(clause),
  };
}

const CASE = {
  ...{ id: true, associationId: true, membershipId: true, memberId: true, openedById: true, state: true, locale: true },
  ...{ decidedBy: true, openedAt: true, answerBy: true, appealBy: true, appealTo: true, stateBefore: true },
  ...{ appealedAt: true, wasVisible: true, facts: true, answer: true, appeal: true },
  clause: { select: { number: true, text: true } },
  association: { select: { slug: true } },
  rulings: { where: { isAppeal: false }, select: { deciderId: true, decisionId: true } },
} as const;

/** A case, the association locked; null without one. */
export async function takeCase(tx: Tx, caseId: string) {
  const at = await tx.exclusionCase.findUnique({
    where: { id: caseId },
    select: { association: { select: { slug: true } } },
  });
  if (!at) return null;
  await lockAssociation(tx, at.association.slug);
  const { association, ...row } = await tx.exclusionCase.findUniqueOrThrow({ where: { id: caseId }, select: CASE });
  return { ...row, associationSlug: association.slug };
}

export type Case = NonNullable<Awaited<ReturnType<typeof takeCase>>>;

type Decided = { rulings: readonly { deciderId: string | null; decisionId: string | null }[] };

/** Who decided first: the steward, or everybody who voted (rule M9). */
export async function readFirstDeciders(tx: Tx, { rulings }: Decided): Promise<string[]> {
  const first = rulings[0];
  if (!first?.decisionId) return first?.deciderId ? [first.deciderId] : [];
  const voters = await tx.elector.findMany({
    where: { decisionId: first.decisionId, hasVoted: true },
    select: { memberId: true },
  });
  return voters.map(({ memberId }) => memberId);
}

/** When somebody came in last; whoever was never recorded to, when their membership began. */
export async function readAdmission(tx: Tx, membershipId: string): Promise<Date> {
  const row = await tx.membership.findUniqueOrThrow({
    where: { id: membershipId },
    select: {
      firstJoinedAt: true,
      events: {
        where: ENTERED,
        orderBy: { at: "desc" },
        take: 1,
        select: { at: true },
      },
    },
  });
  return row.events[0]?.at ?? row.firstJoinedAt;
}

type Judging = Pick<Case, "associationId" | "memberId" | "openedById" | "openedAt"> & Decided;

/** Those who answer for MODERATE there now. */
export async function listModerators(tx: Tx, associationId: string, now: Date) {
  const holders = await tx.membership.findMany({
    // Whoever is suspended decides nothing: a case left to them alone would be nobody's.
    where: {
      ...{ associationId, state: "ACTIVE", roles: { some: heldAt(now) } },
      member: { account: { suspendedAt: null } },
    },
    select: { id: true, memberId: true },
  });
  const moderators: typeof holders = [];
  for (const holder of holders) {
    const standing = await readStanding(tx, { memberId: holder.memberId, associationId, now });
    if (standing?.responsibilities.includes("MODERATE")) moderators.push(holder);
  }
  return moderators;
}

/** Ids of those who answer for MODERATE and are none of the parties: who may decide in writing (rules M9, MO3). */
export async function listJudges(tx: Tx, judging: Judging, now: Date): Promise<string[]> {
  const { associationId, memberId: subjectId, openedById, openedAt } = judging;
  const firstDeciders = await readFirstDeciders(tx, judging);
  const judges: string[] = [];
  for (const { id, memberId } of await listModerators(tx, associationId, now)) {
    const admittedAt = await readAdmission(tx, id);
    if (mayJudge({ memberId, openedById, subjectId, firstDeciders, admittedAt, openedAt })) judges.push(memberId);
  }
  return judges;
}
