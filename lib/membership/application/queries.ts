import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { pledgeLine } from "../roster/queries";
import { ASSOCIATION_REF, refOf } from "../sight/queries";
import { reapplyFrom, stateAt } from "./rules";
import type { ApplicationLine, OwnPapersView, PapersView } from "./types";

const LIST_MAX = 100;

const LINE = {
  id: true,
  state: true,
  door: true,
  submittedAt: true,
  answerBy: true,
  closedAt: true,
  association: { select: ASSOCIATION_REF },
} as const;

const CLAUSES = { orderBy: { number: "asc" }, select: { id: true, number: true, kind: true, text: true } } as const;

/** What is read of an application to show its papers whole. */
export const PAPERS = {
  ...LINE,
  ...{ kinds: true, isListening: true, minutesPerPeriod: true, period: true, untilOn: true, statement: true },
  ...{ locale: true, decidersRequired: true, sponsorsRequired: true, reapplyCooldownDays: true },
  charterId: true,
  charter: { select: { version: true, minMinutes: true, clauses: CLAUSES } },
  stances: {
    orderBy: { charterValue: { position: "asc" } },
    select: {
      stance: true,
      note: true,
      charterValue: { select: { id: true, charterId: true, valueSlug: true, name: true, meaning: true } },
    },
  },
  answers: { orderBy: { position: "asc" }, select: { question: true, text: true } },
  decisions: {
    orderBy: { at: "asc" },
    select: {
      ...{ outcome: true, reason: true, message: true, at: true, deciderId: true },
      decider: { select: { name: true } },
      clause: { select: { number: true, text: true } },
    },
  },
} as const;

type LineRow = Omit<ApplicationLine, "association" | "submittedAt" | "answerBy" | "closedAt"> & {
  submittedAt: Date;
  answerBy: Date | null;
  closedAt: Date | null;
  association: Parameters<typeof refOf>[0];
};

function lineOf(
  { id, state, door, submittedAt, answerBy, closedAt, association }: LineRow,
  now: Date,
): ApplicationLine {
  return {
    id,
    door,
    association: refOf(association),
    state: stateAt({ state, answerBy, now }),
    submittedAt: submittedAt.toISOString(),
    answerBy: answerBy?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  };
}

type PapersRow = NonNullable<Awaited<ReturnType<typeof readPapers>>>;

/** The row of PAPERS as a page shows it. */
export function papersOf(row: PapersRow, actor: Actor, now: Date): PapersView {
  const { kinds, isListening, minutesPerPeriod, period, untilOn, statement, locale, answers } = row;
  return {
    ...lineOf(row, now),
    ...pledgeLine({ kinds, isListening, minutesPerPeriod, period, untilOn, statement }),
    ...{ locale, answers, charterVersion: row.charter.version, decidersRequired: row.decidersRequired },
    sponsorsRequired: row.sponsorsRequired,
    stances: row.stances.flatMap(({ charterValue: { charterId, ...value }, stance, note }) =>
      charterId === row.charterId ? [{ ...value, stance, note }] : [],
    ),
    decisions: row.decisions.map(({ decider, deciderId, at, ...decision }) => ({
      ...decision,
      decider: decider.name,
      isOwn: deciderId === actor.memberId,
      at: at.toISOString(),
    })),
  };
}

function readPapers(actor: Actor, id: string) {
  return db.application.findFirst({ where: { id, memberId: actor.memberId }, select: PAPERS });
}

/** The actor's own applications, newest first. The founder's papers are no application. */
export async function listMyApplications(actor: Actor, now = new Date()): Promise<ApplicationLine[]> {
  const rows = await db.application.findMany({
    where: { memberId: actor.memberId, door: { not: "FOUNDER" } },
    orderBy: { submittedAt: "desc" },
    take: LIST_MAX,
    select: LINE,
  });
  return rows.map((row) => lineOf(row, now));
}

/** One of the actor's own applications, with everything they wrote and every answer. Null when there is none of theirs. */
export async function findMyApplication(actor: Actor, id: string, now = new Date()): Promise<OwnPapersView | null> {
  if (!UUID.test(id)) return null;
  const row = await readPapers(actor, id);
  if (!row) return null;
  const papers = papersOf(row, actor, now);
  const from = papers.state === "DECLINED" ? reapplyFrom(row) : null;
  return { ...papers, reapplyFrom: from?.toISOString() ?? null };
}

/** Whether a text can be one of our ids at all: anything else is not there. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
