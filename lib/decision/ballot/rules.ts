import { ok, type Result, refuse } from "@/lib/core/result";
import { type ActRefusal, canAct } from "@/lib/membership/standing/rules";
import type { Limits } from "@/lib/membership/standing/types";
import { stateAt } from "../rules";
import type { Answer, DecisionKind, DecisionState } from "../types";

export type BallotRefusal =
  | ActRefusal
  | "decision.over"
  | "decision.notElector"
  | "decision.noSuchOption"
  | "decision.objectionMissing";

export type BallotFacts = {
  readonly kind: DecisionKind;
  readonly state: DecisionState;
  readonly closesAt: Date;
  readonly isElector: boolean;
  /** Where the voter stands now; null for whoever never belonged. */
  readonly standing: Limits | null;
  readonly now: Date;
};

/**
 * Whether somebody votes now: of the electorate of the opening (rule DC1), until the close (DC2), and not held back meanwhile by
 * a pause, a charter not accepted in time, listening only, or the contribution rule.
 */
export function canVote(facts: BallotFacts): Result<null, BallotRefusal> {
  if (stateAt(facts) !== "OPEN") return refuse("decision.over");
  if (!facts.isElector) return refuse("decision.notElector");
  if (!facts.standing) return refuse("membership.notActive");
  return canAct(facts.standing, facts.kind === "CHARTER" ? "VOTE_CHARTER" : "VOTE");
}

type Said = { readonly stance: Answer | undefined; readonly objection: string | null };

/** Whether the answer is one of those asked, and an objection says why (rules DC2, DC7). */
export function canAnswer({ stance, objection }: Said): Result<null, BallotRefusal> {
  if (!stance) return refuse("decision.noSuchOption", { field: "optionId" });
  return stance === "OBJECTION" && !objection ? refuse("decision.objectionMissing", { field: "objection" }) : ok(null);
}
