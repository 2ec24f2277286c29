import { addMonths, dateOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Stage } from "../acceptance/types";
import type { MembershipState } from "../types";

/** A pause may name a day within so many months, as a statement may. */
export const PAUSE_MONTHS_MAX = 12;

export type PauseRefusal =
  | "membership.notMember"
  | "membership.alreadyPaused"
  | "membership.lastStewardPauses"
  | "membership.pauseDay";

export type PauseFacts = {
  readonly state: MembershipState;
  readonly isLastCustodian: boolean;
  /** The day it is meant to last until, when one is named. */
  readonly untilOn: string | null;
  readonly today: string;
};
export type ResumeRefusal = "membership.notMember" | "membership.notPaused" | "membership.acceptFirst";

/**
 * Whether a member may pause now (rule M10). The last who looks after the association hands over or leaves instead: roles
 * sleep with their holder, and nobody would be left to answer (rule R3). A day named lies ahead, within a year.
 */
export function canPause({ state, isLastCustodian, untilOn, today }: PauseFacts): Result<null, PauseRefusal> {
  if (state === "PAUSED") return refuse("membership.alreadyPaused");
  if (state !== "ACTIVE") return refuse("membership.notMember");
  if (isLastCustodian) return refuse("membership.lastStewardPauses");
  const latest = latestPause(today);
  return untilOn !== null && (untilOn <= today || untilOn > latest)
    ? refuse("membership.pauseDay", { field: "untilOn", params: { by: dateOf(latest).getTime() } })
    : ok(null);
}

/**
 * Whether a member comes back from a pause (rule M10): always, but for the word a material charter has waited for until it would
 * put them in pause (M11): that one comes first, and then they come back at once.
 */
export function canResume(state: MembershipState, waiting: Stage | null): Result<null, ResumeRefusal> {
  if (state !== "PAUSED") return refuse(state === "ACTIVE" ? "membership.notPaused" : "membership.notMember");
  return waiting === "PAUSE" ? refuse("membership.acceptFirst") : ok(null);
}

/** The last day a pause begun today may name. */
export function latestPause(today: string): string {
  return addMonths(today, PAUSE_MONTHS_MAX);
}
