import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { ASSOCIATION_REF, findAnsweringFor, refOf } from "@/lib/membership/sight/queries";
import { mayChooseWay, mayModerate, mayReadCase } from "../policy";
import { listJudges, readFirstDeciders } from "./facts";
import { canAnswer, canAppeal, canRule, repeatsCase, wordingOf } from "./rules";
import type { CaseDesk, CaseView, ClauseOption } from "./types";

const CASES_MAX = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The cases of an association, never one's own, and what a new one may cite: for whoever moderates. Null for anybody else. */
export async function findCaseDesk(actor: Actor, slug: string, now = new Date()): Promise<CaseDesk | null> {
  const association = await findAnsweringFor(actor, slug, "MODERATE", now);
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
    deciders: isInWriting(row) ? judges.map(({ name }) => name) : [],
    ...(isModerator ? await actsFor(actor, row, judges, now) : { act: null, wording: null }),
  };
}

const readRow = ({ slug, id }: Key) =>
  db.exclusionCase.findFirst({ where: { id, association: { slug } }, select: VIEW });

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

const isInWriting = ({ state, appealTo, decidedBy }: Row) =>
  (state === "APPEALED" ? appealTo : decidedBy) === "STEWARDS";
const firstOf = ({ rulings }: Row) => rulings.filter(({ isAppeal }) => !isAppeal);

/** Who is no party to it and answers for MODERATE; nobody where nothing is to be decided. */
async function readJudges(row: Row, now: Date) {
  if (row.state !== "APPEALED" && row.state !== "NOTICE") return [];
  const ids = await listJudges(unlocked, { ...row, rulings: firstOf(row) }, now);
  return db.member.findMany({ where: { id: { in: ids } }, orderBy: { name: "asc" }, select: { id: true, name: true } });
}

type Acts = Pick<CaseView, "act" | "wording">;

async function actsFor({ memberId }: Actor, row: Row, judges: readonly { id: string }[], now: Date): Promise<Acts> {
  const hasJudge = judges.length > 0;
  const facts = { ...row, hasJudge, now };
  if (!canRule(facts, "VOTE").ok) {
    const isJudge = judges.some(({ id }) => id === memberId);
    return { act: isJudge && canRule(facts, "STEWARDS").ok ? "DECIDE" : null, wording: null };
  }
  const parties = [row.openedById, ...(await readFirstDeciders(unlocked, { rulings: firstOf(row) }))];
  const wording = wordingOf({ isParty: parties.includes(memberId), hasJudge });
  return wording.ok ? { act: "VOTE", wording: wording.value } : { act: null, wording: null };
}

function viewOf(row: Row, actor: Actor, now: Date): Omit<CaseView, "voteId" | "deciders" | "act" | "wording"> {
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
      reason: ruling.decisionId && repeatsCase(ruling.reason, row) ? "" : ruling.reason,
    })),
    mayAnswer: isOwn && canAnswer(state),
    mayAppeal: isOwn && canAppeal(state, row.appealBy, now).ok,
  };
}
