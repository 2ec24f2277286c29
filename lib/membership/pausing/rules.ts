import { ok, type Result, refuse } from "@/lib/core/result";
import type { MembershipState } from "../types";

export type PauseRefusal = "membership.notMember" | "membership.alreadyPaused" | "membership.lastStewardPauses";
export type ResumeRefusal = "membership.notMember" | "membership.notPaused";

/**
 * Whether a member may pause now (rule M10). The last who looks after the association hands over or leaves instead: roles
 * sleep with their holder, and nobody would be left to answer (rule R3).
 */
export function canPause(state: MembershipState, isLastCustodian: boolean): Result<null, PauseRefusal> {
  if (state === "PAUSED") return refuse("membership.alreadyPaused");
  if (state !== "ACTIVE") return refuse("membership.notMember");
  return isLastCustodian ? refuse("membership.lastStewardPauses") : ok(null);
}

/** Whether a member comes back from a pause: always, from a pause (rule M10). */
export function canResume(state: MembershipState): Result<null, ResumeRefusal> {
  if (state === "PAUSED") return ok(null);
  return refuse(state === "ACTIVE" ? "membership.notPaused" : "membership.notMember");
}
