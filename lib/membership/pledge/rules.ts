import { isSameValue } from "@/lib/association/difference/rules";
import type { CharterValueText } from "@/lib/association/types";
import { addDays, dateOf, daysBetween } from "@/lib/core/duration";
import { type Result, refuse } from "@/lib/core/result";
import {
  hasEveryStance,
  isStatementValid,
  latestUntil,
  type StanceRefusal,
  type StatementRefusal,
} from "../papers/rules";
import type { StanceTaken, Statement, Terms } from "../papers/types";
import type { MembershipState } from "../types";

export type RenewalRefusal =
  | StatementRefusal
  | StanceRefusal
  | "membership.notMember"
  | "membership.listeningHoldsRole";

export type RenewalFacts = {
  readonly state: MembershipState;
  /** Whether they hold a role or are offered one. */
  readonly hasRole: boolean;
  readonly terms: Pick<Terms, "charterHash" | "minMinutes" | "minPeriod">;
  /** Whether the charter in force is not the one they accepted. */
  readonly isCharterNewer: boolean;
  /** Values of the charter in force on which they have not said where they stand, in their order. */
  readonly openValueIds: readonly string[];
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

type Renewal = Statement & { readonly charterHash: string; readonly stances: readonly StanceTaken[] };

/**
 * Whether a member says again how they take part (rules PT1, M11): on the charter in force, with a stance on what is new or
 * reads otherwise in it, and not «solo ascolto» with a role. In activity; in pause, to accept a charter that changed.
 */
export function canRenew(given: Renewal, facts: RenewalFacts): Result<null, RenewalRefusal> {
  const mayAccept = facts.state === "PAUSED" && facts.isCharterNewer;
  if (facts.state !== "ACTIVE" && !mayAccept) return refuse("membership.notMember");
  if (given.charterHash !== facts.terms.charterHash) return refuse("membership.charterAmended");
  const stances = hasEveryStance(given.stances, facts.openValueIds);
  if (!stances.ok) return stances;
  if (given.isListening && facts.hasRole) return refuse("membership.listeningHoldsRole", { field: "isListening" });
  return isStatementValid(given, facts.terms, facts.today);
}

type ValueRow = CharterValueText & { readonly id: string };

/**
 * The stances that stand as they were taken, on the values that stayed as they were; and the values that ask for one. Nobody is
 * asked again what has not changed.
 */
export function carryStances(
  values: readonly ValueRow[],
  taken: readonly (StanceTaken & { readonly value: CharterValueText })[],
) {
  const stanceOn = (value: ValueRow) => taken.find((one) => isSameValue(one.value, value));
  return {
    carried: values.flatMap((value) => {
      const stance = stanceOn(value);
      return stance ? [{ valueId: value.id, stance: stance.stance, note: stance.note }] : [];
    }),
    open: values.filter((value) => !stanceOn(value)),
  };
}
