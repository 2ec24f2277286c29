import { deadlineAfter } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { LAPSE_DAYS } from "../exclusion/rules";
import type { ReportState } from "./types";

/** Whole days to appeal against what was decided on a report (rule MO4). */
export const REPORT_APPEAL_DAYS = 30;

export type ReportingFacts = {
  readonly reporterId: string;
  /** Null when it is the association's own text. */
  readonly authorId: string | null;
  readonly isThere: boolean;
  readonly isClauseInForce: boolean;
};

export type ReportRefusal = "moderation.nothingThere" | "moderation.ownCase" | "moderation.noSuchClause";

/** Whether something is reported: it is there, it is not one's own, and a clause in force is cited (rules MO1, MO3). */
export function canReport(facts: ReportingFacts): Result<null, ReportRefusal> {
  if (!facts.isThere) return refuse("moderation.nothingThere", { field: "target" });
  if (facts.authorId === facts.reporterId) return refuse("moderation.ownCase", { field: "target" });
  return facts.isClauseInForce ? ok(null) : refuse("moderation.noSuchClause", { field: "clauseId" });
}

export type Parties = {
  readonly reporterId: string | null;
  readonly authorId: string | null;
  /** Who decided in the first place; null before. */
  readonly firstDeciderId: string | null;
};

/** Nobody decides on what they told, on what is theirs, or twice on the same (rule MO3). */
export const isParty = (memberId: string, { reporterId, authorId, firstDeciderId }: Parties): boolean =>
  [reporterId, authorId, firstDeciderId].includes(memberId);

/** The states in which somebody has to decide. */
export const WAITING = ["OPEN", "APPEALED"] as const satisfies readonly ReportState[];

/** Whether a report waits for a decision, and which; null once nothing is left to decide. */
export function stageOf(state: ReportState): { isAppeal: boolean } | null {
  if (state === "OPEN") return { isAppeal: false };
  return state === "APPEALED" ? { isAppeal: true } : null;
}

type Waiting = { readonly state: ReportState; readonly openedAt: Date; readonly appealedAt: Date | null };

/** When a report, or an appeal, ends if nobody decides; null when nothing waits. Until a job writes so, one may still decide. */
export function waitsUntil({ state, openedAt, appealedAt }: Waiting): Date | null {
  const since = state === "OPEN" ? openedAt : state === "APPEALED" ? appealedAt : null;
  return since && deadlineAfter(since, LAPSE_DAYS);
}

type Appealing = Parties & { state: ReportState; appealBy: Date | null; now: Date };

export type ReportAppealRefusal = "moderation.reportOver" | "moderation.appealOver";

/** Whether the author appeals now: once, within thirty days, to another person (rule MO4). */
export function canAppealMeasure({ state, appealBy, now }: Appealing): Result<null, ReportAppealRefusal> {
  if (state !== "DECIDED" || !appealBy) return refuse("moderation.reportOver");
  return now < appealBy ? ok(null) : refuse("moderation.appealOver");
}
