import { ok, type Result, refuse } from "@/lib/core/result";
import { stateAt } from "../application/rules";
import type { ApplicationState } from "../application/types";

export type DecisionRefusal = "membership.alreadyDecided" | "membership.alreadySaidYours" | "membership.noSuchClause";

export type DecisionFacts = {
  readonly now: Date;
  readonly state: ApplicationState;
  readonly answerBy: Date | null;
  /** Whether this decider has said theirs on it. */
  readonly hasDecided: boolean;
  /** Clauses of the charter it was judged by. */
  readonly clauseIds: readonly string[];
};

/**
 * Whether one more word may be said on an application: only pending ones are decided (rule M4), each decider once, within
 * the days there are (rule M6). Losing a race reads as the state the application has now (rule A4).
 */
export function canDecideNow(facts: DecisionFacts, clauseId: string | null): Result<null, DecisionRefusal> {
  const state = stateAt(facts);
  if (state !== "PENDING") return refuse("membership.alreadyDecided", { params: { state } });
  if (facts.hasDecided) return refuse("membership.alreadySaidYours");
  return clauseId === null || facts.clauseIds.includes(clauseId)
    ? ok(null)
    : refuse("membership.noSuchClause", { field: "clauseId" });
}

/**
 * What one word makes of an application (rule M6): a decline closes it, however many must agree to admit; an admission
 * waits until enough different people have said so.
 */
export function outcomeOf(
  outcome: "ADMIT" | "DECLINE",
  { admissions, decidersRequired }: { admissions: number; decidersRequired: number },
): "ACCEPTED" | "DECLINED" | "PENDING" {
  if (outcome === "DECLINE") return "DECLINED";
  return admissions + 1 >= decidersRequired ? "ACCEPTED" : "PENDING";
}
