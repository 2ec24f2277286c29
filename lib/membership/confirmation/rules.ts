import { type Result, refuse } from "@/lib/core/result";
import type { ApplicationState } from "../application/types";
import { hasEveryStance, isStatementValid, type StanceRefusal, type StatementRefusal } from "../papers/rules";
import type { StanceTaken, Statement, Terms } from "../papers/types";

export type ConfirmationRefusal =
  | StanceRefusal
  | StatementRefusal
  | "membership.alreadyDecided"
  | "membership.papersCurrent";

export type ConfirmationFacts = {
  readonly state: ApplicationState;
  /** Whether the application stands on a charter that is no longer in force. */
  readonly isOutdated: boolean;
  readonly openValueIds: readonly string[];
  readonly terms: Pick<Terms, "charterHash" | "minMinutes" | "minPeriod">;
  readonly today: string;
};

type Confirmation = Statement & { readonly charterHash: string; readonly stances: readonly StanceTaken[] };

/** Whether a waiting application is confirmed on the charter in force now (rules M2, M5). */
export function canConfirm(given: Confirmation, facts: ConfirmationFacts): Result<null, ConfirmationRefusal> {
  const { state, isOutdated, openValueIds, terms, today } = facts;
  if (state !== "PENDING") return refuse("membership.alreadyDecided", { params: { state } });
  if (!isOutdated) return refuse("membership.papersCurrent");
  if (given.charterHash !== terms.charterHash) return refuse("membership.charterAmended");
  const stances = hasEveryStance(given.stances, openValueIds);
  return stances.ok ? isStatementValid(given, terms, today) : stances;
}
