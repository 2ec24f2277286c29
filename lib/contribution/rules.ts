import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { ContributionState } from "./types";

/** How long after the end one may still say what one did (rule PJ5). */
export const DECLARE_DAYS = 30;
/** How long a declared contribution waits for somebody to confirm it (rule PJ5). */
export const CONFIRM_DAYS = 21;

export type DeclareRefusal =
  | "contribution.notParticipant"
  | "contribution.tooLate"
  | "contribution.inFuture"
  | "contribution.beforeProject";

export type DeclareFacts = {
  readonly now: Date;
  /** Days as «2026-11-21». */
  readonly today: string;
  readonly projectStartedOn: string;
  /** When the project was concluded or abandoned; null while it lives. */
  readonly endedAt: Date | null;
  /** Owner, or in a seat. */
  readonly isParticipant: boolean;
};

/** Whether somebody may record what they did on that day (rule PJ5). */
export function canDeclare(facts: DeclareFacts, doneOn: string): Result<null, DeclareRefusal> {
  if (!facts.isParticipant) return refuse("contribution.notParticipant");
  if (facts.endedAt && facts.now > addDays(facts.endedAt, DECLARE_DAYS))
    return refuse("contribution.tooLate", { params: { days: DECLARE_DAYS } });
  if (doneOn > facts.today) return refuse("contribution.inFuture", { field: "doneOn" });
  if (doneOn < facts.projectStartedOn) return refuse("contribution.beforeProject", { field: "doneOn" });
  return ok(null);
}

/** Whether nobody confirmed it in time: from then on it does not count (rule PJ5). */
export function hasLapsed(declaredAt: Date, now: Date): boolean {
  return now > addDays(declaredAt, CONFIRM_DAYS);
}

export type ConfirmRefusal =
  | "contribution.ownWork"
  | "contribution.notParticipant"
  | "contribution.lapsed"
  | "contribution.alreadyConfirmed";

export type ConfirmFacts = {
  readonly now: Date;
  readonly state: ContributionState;
  readonly declaredAt: Date;
  readonly isAuthor: boolean;
  readonly isParticipant: boolean;
};

/** Whether this person may say that it was done: the owner or another participant, never its author (rule PJ5). */
export function canConfirm({
  now,
  state,
  declaredAt,
  isAuthor,
  isParticipant,
}: ConfirmFacts): Result<null, ConfirmRefusal> {
  if (isAuthor) return refuse("contribution.ownWork");
  if (!isParticipant) return refuse("contribution.notParticipant");
  if (state === "CONFIRMED") return refuse("contribution.alreadyConfirmed");
  if (state === "LAPSED" || hasLapsed(declaredAt, now))
    return refuse("contribution.lapsed", { params: { days: CONFIRM_DAYS } });
  return ok(null);
}
