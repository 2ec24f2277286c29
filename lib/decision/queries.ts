import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import { ASSOCIATION_REF, refOf } from "@/lib/membership/sight/queries";
import { canAct } from "@/lib/membership/standing/rules";
import { stateAt } from "./rules";
import type { DecisionKind, DecisionLine, DecisionList, DecisionOutcome, DecisionState } from "./types";

const PAGE = 30;
const OPEN_MAX = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The decisions of an association, open ones first: for those who belong to it (promise P54). Null for anybody else. */
export async function listDecisions(
  actor: Actor,
  { slug, after }: { slug: string; after: string | null },
  now = new Date(),
): Promise<DecisionList | null> {
  const { memberId } = actor;
  const association = await db.association.findUnique({ where: { slug }, select: { id: true, ...ASSOCIATION_REF } });
  const standing = association && (await readStanding(unlocked, { memberId, associationId: association.id, now }));
  if (!standing || !isMember(standing.state)) return null;
  const mine = { electors: { some: { memberId } } };
  const readable = standing.responsibilities.includes("MODERATE")
    ? {}
    : { OR: [{ kind: { in: ["GENERAL" as const, "CHARTER" as const] } }, { subjectMemberId: memberId }, mine] };
  const where = { associationId: association.id, ...readable };
  const running = { state: "OPEN" as const, closesAt: { gt: now } };
  const open = after
    ? []
    : await db.decision.findMany({
        where: { ...where, ...running },
        orderBy: [{ closesAt: "asc" }, { id: "asc" }],
        take: OPEN_MAX,
        select: lineFor(memberId),
      });
  const over = await db.decision.findMany({
    where: { ...where, NOT: running, ...(after && UUID.test(after) ? { id: { lt: after } } : {}) },
    orderBy: { id: "desc" },
    take: PAGE + 1,
    select: lineFor(memberId),
  });
  return {
    association: refOf(association),
    mayOpen: !actor.isSuspended && canAct(standing, "PROPOSE").ok,
    open: open.map((row) => lineOf(row, now)),
    over: over.slice(0, PAGE).map((row) => lineOf(row, now)),
    nextCursor: over.length > PAGE ? (over[PAGE - 1]?.id ?? null) : null,
  };
}

/** What is read of a decision for a line. */
export const lineFor = (memberId: string) => ({
  id: true,
  kind: true,
  title: true,
  state: true,
  outcome: true,
  closesAt: true,
  subjectMember: { select: { name: true } },
  electors: { where: { memberId }, select: { hasVoted: true } },
});

type Row = {
  id: string;
  kind: DecisionKind;
  title: string;
  state: DecisionState;
  outcome: DecisionOutcome | null;
  closesAt: Date;
  subjectMember: { name: string } | null;
  electors: readonly { hasVoted: boolean }[];
};

/** The row of `lineFor` as a page shows it. */
export function lineOf({ closesAt, subjectMember, electors, ...row }: Row, now: Date): DecisionLine {
  const state = stateAt({ state: row.state, closesAt, now });
  return {
    ...{ id: row.id, kind: row.kind, title: row.title, outcome: row.outcome },
    ...{ subject: subjectMember?.name ?? null, state, closesAt: closesAt.toISOString() },
    waitsForMe: state === "OPEN" && electors.some(({ hasVoted }) => !hasVoted),
  };
}
