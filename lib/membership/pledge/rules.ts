import { addDays, dateOf, daysBetween } from "@/lib/core/duration";
import { type Result, refuse } from "@/lib/core/result";
import { isStatementValid, latestUntil, type StatementRefusal } from "../papers/rules";
import type { Statement, Terms } from "../papers/types";
import type { MembershipState } from "../types";

export type RenewalRefusal =
  | StatementRefusal
  | "membership.notMember"
  | "membership.charterAmended"
  | "membership.listeningHoldsRole";

export type RenewalFacts = {
  readonly state: MembershipState;
  /** Whether they hold a role or are offered one. */
  readonly hasRole: boolean;
  readonly terms: Pick<Terms, "charterHash" | "minMinutes" | "minPeriod">;
  readonly today: string;
};

/** The last day of a renewal made today, as one may wish it: as long again as before, within what a statement may name. */
export function nextUntil({ givenOn, untilOn }: { givenOn: string; untilOn: string }, today: string): string {
  const days = Math.max(1, daysBetween(givenOn, untilOn));
  const wished = addDays(dateOf(today), days).toISOString().slice(0, 10);
  const latest = latestUntil(today);
  if (wished > latest) return latest;
  return wished;
}

type Renewal = Statement & { readonly charterHash: string };

/** Whether a member says again how they take part (rule PT1): in activity, on the charter in force, and not «solo ascolto» with a role. */
export function canRenew(given: Renewal, facts: RenewalFacts): Result<null, RenewalRefusal> {
  if (facts.state !== "ACTIVE") return refuse("membership.notMember");
  if (given.charterHash !== facts.terms.charterHash) return refuse("membership.charterAmended");
  if (given.isListening && facts.hasRole) return refuse("membership.listeningHoldsRole", { field: "isListening" });
  return isStatementValid(given, facts.terms, facts.today);
}
