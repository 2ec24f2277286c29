import { ok, type Result, refuse } from "@/lib/core/result";
import type { ContributionState } from "../types";

export type ReverseRefusal = "contribution.notReverser" | "contribution.notConfirmed" | "contribution.alreadyReversed";

export type ReverseFacts = {
  readonly state: ContributionState;
  readonly isReversed: boolean;
  /** Its author, whoever confirmed it, or whoever answers for what is done there. */
  readonly isConcerned: boolean;
};

/** Whether a confirmed contribution is set right by a new entry (rule PJ6): once, for good, by somebody it concerns. */
export function canReverse({ state, isReversed, isConcerned }: ReverseFacts): Result<null, ReverseRefusal> {
  if (!isConcerned) return refuse("contribution.notReverser");
  if (state !== "CONFIRMED") return refuse("contribution.notConfirmed");
  return isReversed ? refuse("contribution.alreadyReversed") : ok(null);
}
