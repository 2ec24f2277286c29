import "server-only";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import { ASSOCIATION_REF, findAnsweringFor, refOf } from "@/lib/membership/sight/queries";
import { listClauses } from "../exclusion/queries";
import { mayModerate } from "../policy";
import { canAppealMeasure, isParty, stageOf, WAITING } from "./rules";
import type { MeasureKind, ReportAbout, ReportDesk, ReportingView, ReportLine, ReportState, ReportView } from "./types";

const LINES_MAX = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const LINE = {
  ...{ id: true, about: true, state: true, openedAt: true },
  author: { select: { name: true } },
  project: { select: { title: true } },
  clause: { select: { number: true } },
  measures: { orderBy: { at: "desc" as const }, take: 1, select: { kind: true } },
};

type Row = {
  id: string;
  about: ReportAbout;
  state: ReportState;
  openedAt: Date;
  author: { name: string } | null;
  project: { title: string } | null;
  clause: { number: number };
  measures: readonly { kind: MeasureKind }[];
};

const lineOf = ({ id, about, state, openedAt, author, project, clause, measures }: Row): ReportLine => ({
  ...{ id, about, state, clause: clause.number, openedAt: openedAt.toISOString() },
  name: project?.title ?? author?.name ?? "",
  measure: measures[0]?.kind ?? null,
});

/** The reports of an association for whoever moderates, never what is theirs (rule MO3): the longest waiting first, the last decided first. */
export async function findReportDesk(actor: Actor, slug: string): Promise<ReportDesk | null> {
  const association = await findAnsweringFor(actor, slug, "MODERATE");
  if (!association) return null;
  const { id: associationId, standing } = association;
  const others = { associationId, ...notOf(actor) };
  const waiting = await db.report.findMany({
    where: { ...others, state: { in: [...WAITING] } },
    orderBy: { openedAt: "asc" },
    take: LINES_MAX,
    select: LINE,
  });
  const done = await db.report.findMany({
    where: { ...others, state: { notIn: [...WAITING] } },
    orderBy: { openedAt: "desc" },
    take: LINES_MAX,
    select: LINE,
  });
  return {
    ...{ association: refOf(association), holds: standing.responsibilities },
    ...{ waiting: waiting.map(lineOf), done: done.map(lineOf) },
  };
}

/** A text of the association has no author: without saying so, a comparison would leave it out. */
const notOf = ({ memberId }: Actor) => ({ OR: [{ authorId: null }, { authorId: { not: memberId } }] });

/** The form of a report, and what became of one's own: for those who belong; null for anybody else. */
export async function findReporting(actor: Actor, slug: string, now = new Date()): Promise<ReportingView | null> {
  const association = await db.association.findUnique({ where: { slug }, select: { id: true, ...ASSOCIATION_REF } });
  if (!association || !(await belongs(actor, association.id, now))) return null;
  const own = await db.report.findMany({
    where: { associationId: association.id, reporterId: actor.memberId },
    orderBy: { openedAt: "desc" },
    take: LINES_MAX,
    select: LINE,
  });
  const clauses = await listClauses(association.id, now);
  return { association: refOf(association), clauses, own: own.map(lineOf) };
}

async function belongs({ memberId }: Actor, associationId: string, now: Date): Promise<boolean> {
  return isMember((await readStanding(unlocked, { memberId, associationId, now }))?.state ?? null);
}

/** The association where whoever looks may report a project; null where they may not, so that no link leads nowhere. */
export async function findReportable(viewer: Viewer, projectSlug: string): Promise<string | null> {
  if (!viewer) return null;
  const mine = {
    memberships: { some: { memberId: viewer.memberId, state: { in: ["ACTIVE" as const, "PAUSED" as const] } } },
  };
  const row = await db.project.findFirst({
    where: {
      ...{ slug: projectSlug, association: mine },
      OR: [{ ownerId: null }, { ownerId: { not: viewer.memberId } }],
    },
    select: { association: { select: { slug: true } } },
  });
  return row?.association?.slug ?? null;
}

const VIEW = {
  ...LINE,
  ...{ associationId: true, authorId: true, reporterId: true, clauseId: true, text: true, locale: true },
  ...{ answer: true, appeal: true, appealBy: true },
  association: { select: ASSOCIATION_REF },
  reporter: { select: { name: true } },
  clause: { select: { number: true, text: true } },
  measures: {
    orderBy: { at: "asc" as const },
    select: {
      ...{ isAppeal: true, kind: true, reason: true, at: true, deciderId: true },
      clause: { select: { number: true } },
      decider: { select: { name: true } },
    },
  },
};

type Key = { readonly slug: string; readonly id: string };
const readRow = ({ slug, id }: Key) => db.report.findFirst({ where: { id, association: { slug } }, select: VIEW });
type Full = NonNullable<Awaited<ReturnType<typeof readRow>>>;

/** One report, for its author and whoever moderates; null for anybody else, whoever told included: they follow it in their list. */
export async function findReport(actor: Actor, { slug, id }: Key, now = new Date()): Promise<ReportView | null> {
  const row = UUID.test(id) ? await readRow({ slug, id }) : null;
  if (!row) return null;
  const { memberId } = actor;
  const standing = await readStanding(unlocked, { memberId, associationId: row.associationId, now });
  const shown = { ...viewOf(row), clauses: await listClauses(row.associationId, now) };
  if (row.authorId === memberId) return { ...shown, ...actsOfAuthor(row, now), reporter: null, mayDecide: false };
  if (!mayModerate(actor, { responsibilities: standing?.responsibilities ?? [] })) return null;
  const mayDecide = stageOf(row.state) !== null && !isParty(memberId, partiesOf(row));
  return { ...shown, reporter: row.reporter?.name ?? null, mayAnswer: false, mayAppeal: false, mayDecide };
}

const actsOfAuthor = (row: Full, now: Date) => ({
  mayAnswer: row.state === "OPEN",
  mayAppeal: canAppealMeasure({ ...partiesOf(row), ...row, now }).ok,
});

const partiesOf = ({ reporterId, authorId, measures }: Full) => ({
  ...{ reporterId, authorId },
  firstDeciderId: measures.find(({ isAppeal }) => !isAppeal)?.deciderId ?? null,
});

function viewOf(row: Full) {
  const { association, clause, clauseId, text, locale, answer, appeal, appealBy, measures } = row;
  return {
    ...{ ...lineOf({ ...row, measures: [...measures].reverse() }), association: refOf(association), clauseId, text },
    ...{ clauseText: clause.text, locale, answer, appeal, appealBy: appealBy?.toISOString() ?? null },
    measures: measures.map(({ isAppeal, kind, reason, at, decider, clause: cited }) => ({
      ...{ isAppeal, kind, reason, clause: cited.number, decider: decider?.name ?? null, at: at.toISOString() },
    })),
  };
}
