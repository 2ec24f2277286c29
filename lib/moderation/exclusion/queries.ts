import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { ASSOCIATION_REF, findAnsweringFor, refOf } from "@/lib/membership/sight/queries";
import { mayChooseWay, mayModerate, mayReadCase } from "../policy";
import { listJudges } from "./facts";
import { canAnswer, canAppeal, canRule, type RulingFacts } from "./rules";
import type { CaseDesk, CaseView, ClauseOption } from "./types";

const CASES_MAX = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The cases of an association, never one's own, and what a new one may cite: for whoever moderates. Null for anybody else. */
export async function findCaseDesk(actor: Actor, slug: string, now = new Date()): Promise<CaseDesk | null> {
  const association = await findAnsweringFor(actor, slug, "MODERATE");
  if (!association) return null;
  const { id: associationId, standing } = association;
  const rows = await db.exclusionCase.findMany({
    where: { associationId, memberId: { not: actor.memberId } },
    orderBy: { openedAt: "desc" },
    take: CASES_MAX,
    select: {
      ...{ id: true, state: true, openedAt: true },
      member: { select: { name: true } },
      clause: { select: { number: true } },
    },
  });
  const { exclusionBy } = await db.association.findUniqueOrThrow({ where: { id: associationId } });
  return {
    ...{ association: refOf(association), holds: standing.responsibilities, exclusionBy },
    cases: rows.map(({ id, state, openedAt, member, clause }) => ({
      ...{ id, state, name: member.name, clause: clause.number, openedAt: openedAt.toISOString() },
    })),
    clauses: await listClauses(associationId, now),
    mayChoose: mayChooseWay(actor, standing),
  };
}

/** The clauses in force, in their order. */
export async function listClauses(associationId: string, now: Date): Promise<ClauseOption[]> {
  const charter = await db.charter.findFirst({
    where: { associationId, publishedAt: { lte: now } },
    orderBy: { version: "desc" },
    select: { clauses: { orderBy: { number: "asc" }, select: { id: true, number: true, text: true } } },
  });
  return charter?.clauses ?? [];
}

const VIEW = {
  ...{ id: true, associationId: true, memberId: true, openedById: true, state: true, facts: true, locale: true },
  ...{ decidedBy: true, openedAt: true, answerBy: true, answer: true, appealBy: true, appeal: true, appealTo: true },
  association: { select: ASSOCIATION_REF },
  member: { select: { name: true } },
  openedBy: { select: { name: true } },
  clause: { select: { id: true, number: true, text: true } },
  rulings: {
    orderBy: { at: "asc" as const },
    select: {
      ...{ isAppeal: true, isOut: true, isLapsed: true, deciderId: true, decisionId: true, reason: true, at: true },
      decider: { select: { name: true } },
    },
  },
};

type Key = { readonly slug: string; readonly id: string };

/** One case, for the person, whoever moderates, and those who vote on it; null for anybody else (rules M9, A2). */
export async function findCase(actor: Actor, { slug, id }: Key, now = new Date()): Promise<CaseView | null> {
  const row = UUID.test(id) ? await readRow({ slug, id }) : null;
  if (!row) return null;
  const { memberId, associationId } = row;
  const standing = await readStanding(unlocked, { memberId: actor.memberId, associationId, now });
  const votes = await db.decision.findMany({
    where: { subjectId: id, kind: { in: ["EXCLUSION", "APPEAL"] } },
    select: { id: true, state: true, electors: { where: { memberId: actor.memberId }, select: { memberId: true } } },
  });
  const responsibilities = standing?.responsibilities ?? [];
  const isElector = standing?.state === "ACTIVE" && votes.some(({ electors }) => electors.length > 0);
  if (!isElector && !mayReadCase(actor, { subjectId: memberId, responsibilities })) return null;
  const judges = await readJudges(row, now);
  const isModerator = memberId !== actor.memberId && mayModerate(actor, { responsibilities });
  return {
    ...viewOf(row, actor, now),
    voteId: votes.find(({ state }) => state === "OPEN")?.id ?? null,
    deciders: judges.map(({ name }) => name),
    act: isModerator ? actFor({ ...row, hasJudge: judges.length > 0, now }, judges.some(isThem(actor))) : null,
  };
}

const readRow = ({ slug, id }: Key) =>
  db.exclusionCase.findFirst({ where: { id, association: { slug } }, select: VIEW });

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

/** Who could decide it in writing now; nobody where a vote does, or nothing is to be decided. */
async function readJudges(row: Row, now: Date) {
  const way = row.state === "APPEALED" ? row.appealTo : row.state === "NOTICE" ? row.decidedBy : null;
  if (way !== "STEWARDS") return [];
  const rulings = row.rulings.filter(({ isAppeal }) => !isAppeal);
  const ids = await listJudges(unlocked, { ...row, rulings }, now);
  return db.member.findMany({ where: { id: { in: ids } }, orderBy: { name: "asc" }, select: { id: true, name: true } });
}

const isThem =
  ({ memberId }: Actor) =>
  ({ id }: { id: string }) =>
    id === memberId;

function actFor(facts: RulingFacts, isJudge: boolean): CaseView["act"] {
  if (canRule(facts, "VOTE").ok) return "VOTE";
  return isJudge && canRule(facts, "STEWARDS").ok ? "DECIDE" : null;
}

function viewOf(row: Row, actor: Actor, now: Date): Omit<CaseView, "voteId" | "deciders" | "act"> {
  const { id, association, member, openedBy, clause, facts, locale, state, decidedBy, answer, appeal, appealTo } = row;
  const isOwn = row.memberId === actor.memberId;
  return {
    ...{ id, association: refOf(association), person: member.name, openedBy: openedBy?.name ?? null, clause, facts },
    ...{ locale, state, decidedBy, answer, appeal, appealTo, isOwn },
    ...{ openedAt: row.openedAt.toISOString(), answerBy: row.answerBy.toISOString() },
    appealBy: row.appealBy?.toISOString() ?? null,
    rulings: row.rulings.map(({ decider, at, deciderId: _, ...ruling }) => ({
      ...ruling,
      ...{ decider: decider?.name ?? null, at: at.toISOString() },
    })),
    mayAnswer: isOwn && canAnswer(state),
    mayAppeal: isOwn && canAppeal(state, row.appealBy, now).ok,
  };
}
