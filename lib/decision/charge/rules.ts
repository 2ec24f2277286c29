import { ok, type Result, refuse } from "@/lib/core/result";
import { type ActRefusal, canAct } from "@/lib/membership/standing/rules";
import type { Limits } from "@/lib/membership/standing/types";
import { isSubjected } from "../rules";
import type { ChargeState, DecisionKind, DecisionOutcome } from "../types";

export type EntrustRefusal =
  | "decision.notApproved"
  | "decision.charged"
  | "decision.noSuchMember"
  | "decision.reviewPast"
  | "decision.notAgain";

export type EntrustFacts = {
  readonly kind: DecisionKind;
  readonly outcome: DecisionOutcome | null;
  /** Somebody was asked and has not answered, or sees to it. */
  readonly isCharged: boolean;
  /** Whether the person belongs and may hold something; null for whoever does not belong. */
  readonly standing: Limits | null;
  /** They said «non ora» to whoever asks now, to the same thing, not long ago (rule PT3). */
  readonly hasRefused: boolean;
  readonly reviewOn: string;
  readonly today: string;
};

/** Whether somebody is asked to see to what was approved (rule DC8). What an exclusion decides takes effect by itself. */
export function canEntrust(facts: EntrustFacts): Result<null, EntrustRefusal> {
  if (facts.outcome !== "APPROVED" || isSubjected(facts.kind)) return refuse("decision.notApproved");
  if (facts.isCharged) return refuse("decision.charged");
  if (!facts.standing || !canAct(facts.standing, "TAKE_PART").ok)
    return refuse("decision.noSuchMember", { field: "whom" });
  if (facts.hasRefused) return refuse("decision.notAgain", { field: "whom" });
  return facts.reviewOn > facts.today ? ok(null) : refuse("decision.reviewPast", { field: "reviewOn" });
}

export type ChargeRefusal = ActRefusal | "decision.chargeOver";

/** Whether what was asked is answered now: taking it on asks for standing, «non ora» for none (rule PT2). */
export function canAnswerCharge(state: ChargeState, takesOn: Limits | null): Result<null, ChargeRefusal> {
  if (state !== "OFFERED") return refuse("decision.chargeOver");
  return takesOn ? canAct(takesOn, "TAKE_PART") : ok(null);
}
