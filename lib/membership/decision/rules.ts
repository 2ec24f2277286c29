import { ok, type Result, refuse } from "@/lib/core/result";
import { stateAt } from "../application/rules";
import type { ApplicationState } from "../application/types";
import { missingVouches } from "../vouch/rules";

export type DecisionRefusal =
  | "membership.alreadyDecided"
  | "membership.alreadySaidYours"
  | "membership.noSuchClause"
  | "membership.vouchesMissing";

export type DecisionFacts = {
  readonly now: Date;
  readonly state: ApplicationState;
  readonly answerBy: Date | null;
  /** Whether this decider has said theirs on it. */
  readonly hasDecided: boolean;
  /** Clauses of the charter it was judged by. */
  readonly clauseIds: readonly string[];
  readonly sponsorsRequired: number;
  /** Words given by members who still take part. */
  readonly vouchCount: number;
};

type Word = { readonly outcome: "ADMIT" | "DECLINE"; readonly clauseId: string | null };

/**
 * Whether one more word may be said on an application: only pending ones are decided (rule M4), each decider once, within
 * the days there are (rule M6); nobody is admitted before the words that were asked for are there. Losing a race reads as the
 * state the application has now (rule A4).
 */
export function canDecideNow(facts: DecisionFacts, { outcome, clauseId }: Word): Result<null, DecisionRefusal> {
  const state = stateAt(facts);
  if (state !== "PENDING") return refuse("membership.alreadyDecided", { params: { state } });
  if (facts.hasDecided) return refuse("membership.alreadySaidYours");
  if (clauseId !== null && !facts.clauseIds.includes(clauseId))
    return refuse("membership.noSuchClause", { field: "clauseId" });
  const count = missingVouches({ given: facts.vouchCount, required: facts.sponsorsRequired });
  return outcome === "ADMIT" && count > 0 ? refuse("membership.vouchesMissing", { params: { count } }) : ok(null);
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
