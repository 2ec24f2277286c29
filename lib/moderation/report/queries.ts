import "server-only";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import { ASSOCIATION_REF, findAnsweringFor, refOf } from "@/lib/membership/sight/queries";
import { listModerators } from "../exclusion/facts";
import { listClauses } from "../exclusion/queries";
import { listRolesOf } from "../measure/facts";
import { measuresFor } from "../measure/rules";
import { mayModerate } from "../policy";
import { readDeed } from "./facts";
import { canAppealMeasure, isParty, stageOf, WAITING, waitsUntil } from "./rules";
import type { MeasureKind, ReportAbout, ReportDesk, ReportingView, ReportLine, ReportState, ReportView } from "./types";

const LINES_MAX = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const LINE = {
  ...{ id: true, about: true, state: true, openedAt: true, appealedAt: true },
  author: { select: { name: true } },
  project: { select: { title: true, slug: true, isWithheld: true } },
  contribution: { select: { title: true, isWithheld: true } },
  clause: { select: { number: true } },
  measures: { orderBy: { at: "desc" as const }, take: 1, select: { kind: true } },
};

type Row = {
  id: string;
  about: ReportAbout;
  state: ReportState;
  openedAt: Date;
  appealedAt: Date | null;
  author: { name: string } | null;
  project: { title: string; isWithheld: boolean } | null;
  contribution: { title: string; isWithheld: boolean } | null;
  clause: { number: number };
  measures: readonly { kind: MeasureKind }[];
};

const lineOf = (row: Row): ReportLine => ({
  ...{ id: row.id, about: row.about, state: row.state, clause: row.clause.number },
  openedAt: row.openedAt.toISOString(),
  until: waitsUntil(row)?.toISOString() ?? null,
  name: row.project?.title ?? row.contribution?.title ?? row.author?.name ?? "",
  measure: row.measures[0]?.kind ?? null,
});

/** As whoever told reads it: what a measure hides is hidden from them too (rules A2, MO4). */
const toldOf = (row: Row): ReportLine => ({
  ...lineOf(row),
  ...((row.project ?? row.contribution)?.isWithheld && { name: "" }),
});

/** The reports of an association for whoever moderates, never what is theirs (rule MO3): the longest waiting first, the last decided first. */
export async function findReportDesk(actor: Actor, slug: string, now = new Date()): Promise<ReportDesk | null> {
  const association = await findAnsweringFor(actor, slug, "MODERATE", now);
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

/** The form of a report, of a contribution when one comes from it, and what became of one's own: for those who belong; null for anybody else. */
export async function findReporting(
  actor: Actor,
  { slug, contribution = "" }: { slug: string; contribution?: string },
  now = new Date(),
): Promise<ReportingView | null> {
  const association = await db.association.findUnique({ where: { slug }, select: { id: true, ...ASSOCIATION_REF } });
  if (!association || !(await belongs(actor, association.id, now))) return null;
  const own = await db.report.findMany({
    where: { associationId: association.id, reporterId: actor.memberId },
    orderBy: { openedAt: "desc" },
    take: LINES_MAX,
    select: LINE,
  });
  const clauses = await listClauses(association.id, now);
  const deed = await readDeed(unlocked, {
    associationId: association.id,
    id: contribution,
    reporterId: actor.memberId,
  });
  return { association: refOf(association), clauses, contribution: deed, own: own.map(toldOf) };
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
      ...{ slug: projectSlug, association: mine, isWithheld: false },
      OR: [{ ownerId: null }, { ownerId: { not: viewer.memberId } }],
    },
    select: { association: { select: { slug: true } } },
  });
  return row?.association?.slug ?? null;
}

/** The report by whose measure a project is hidden, for its owner and those who moderate; null for anybody else. */
export async function findWithholding(viewer: Viewer, projectSlug: string, now = new Date()) {
  const project = viewer && (await db.project.findUnique({ where: { slug: projectSlug }, select: { ownerId: true } }));
  const ids = project && (await listWithholding({ project: { slug: projectSlug } }));
  const row = ids?.[0];
  if (!row || !viewer) return null;
  const { reportId, associationId, association } = row;
  if (project?.ownerId !== viewer.memberId) {
    const standing = await readStanding(unlocked, { memberId: viewer.memberId, associationId, now });
    if (!standing || !mayModerate(viewer, standing)) return null;
  }
  return { association, reportId };
}

/** Of one's own contributions that are hidden, the report by whose measure each is. */
export async function findOwnWithheld(actor: Actor): Promise<Readonly<Record<string, string>>> {
  const rows = await listWithholding({ contribution: { memberId: actor.memberId, isWithheld: true } });
  return Object.fromEntries(rows.map(({ contributionId, reportId }) => [contributionId ?? "", reportId]));
}

type Hidden = { project: { slug: string } } | { contribution: { memberId: string; isWithheld: true } };

async function listWithholding(hidden: Hidden) {
  const rows = await db.report.findMany({
    where: hidden,
    select: {
      ...{ id: true, associationId: true, contributionId: true, association: { select: { slug: true } } },
      measures: { orderBy: { isAppeal: "desc" }, take: 1, select: { kind: true } },
    },
  });
  const inForce = rows.filter(({ measures }) => measures[0]?.kind === "HIDE");
  return inForce.map(({ id, association, associationId, contributionId }) => ({
    ...{ reportId: id, associationId, contributionId, association: association.slug },
  }));
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
      ...{ isAppeal: true, kind: true, reason: true, at: true, deciderId: true, isLapsed: true, until: true },
      clause: { select: { number: true } },
      roleGrant: { select: { role: true, ownRole: { select: { name: true } } } },
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
  const isAuthor = row.authorId === memberId;
  if (!isAuthor && !mayModerate(actor, { responsibilities: standing?.responsibilities ?? [] })) return null;
  const clauses = await listClauses(row.associationId, now);
  const shown = { ...viewOf(row), clauses, isOrphan: await isOrphan(row, now) };
  if (isAuthor) return { ...shown, ...actsOfAuthor(row, now), ...NO_DECISION, reporter: null };
  const mayDecide = stageOf(row.state) !== null && !isParty(memberId, partiesOf(row));
  const choice = mayDecide ? { mayDecide, ...(await choiceOf(row)) } : NO_DECISION;
  return { ...shown, reporter: row.reporter?.name ?? null, mayAnswer: false, mayAppeal: false, ...choice };
}

const NO_DECISION = { mayDecide: false, kinds: [], roles: [] };

/** What may be decided, and of which roles of the author. */
async function choiceOf(row: Full) {
  const roles = await listRolesOf(unlocked, row);
  const first = row.measures[0]?.kind ?? null;
  const kinds = measuresFor({ about: row.about, hasRole: roles.length > 0, first });
  return { kinds, roles: first ? [] : roles.map(({ id, role, own }) => ({ id, role, own })) };
}

/** Whether it waits and everybody who moderates is a party (rule MO3). */
async function isOrphan(row: Full, now: Date): Promise<boolean> {
  if (!stageOf(row.state)) return false;
  const moderators = await listModerators(unlocked, row.associationId, now);
  return moderators.every(({ memberId }) => isParty(memberId, partiesOf(row)));
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
    project: row.project?.slug ?? null,
    measures: measures.map(({ isAppeal, kind, reason, isLapsed, at, until, decider, roleGrant, clause: cited }) => ({
      ...{ isAppeal, kind, reason, isLapsed, clause: cited.number, decider: decider?.name ?? null },
      ...{ at: at.toISOString(), until: until?.toISOString() ?? null },
      role: roleGrant && { role: roleGrant.role, own: roleGrant.ownRole?.name ?? null },
    })),
  };
}
