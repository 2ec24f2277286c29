import { ok, type Result, refuse } from "@/lib/core/result";
import type { MembershipState } from "../types";
import type { Trust } from "./types";

/** How many trusters a role by trust takes in an association of so many who take part (rule R4). */
export function trustNeededAmong(activeMembers: number): number {
  return Math.min(3, Math.ceil(activeMembers / 2));
}

/** How many trusts count for taking a role up now: of those who take part and did something with whoever is trusted (rule R4). */
export function countForTaking(trusts: readonly Trust[]): number {
  return trusts.filter(({ state, hasShared }) => hasShared && state === "ACTIVE").length;
}

/**
 * How many count for going on: a pause withdraws nothing; a leaver's counts until the next yearly review, which is the day
 * the role was taken up; who was excluded counts no more (rule R4).
 */
export function countForKeeping(trusts: readonly Trust[], takenAt: Date, now: Date): number {
  const counts = ({ state, since, hasShared }: Trust) => {
    if (!hasShared || state === "EXCLUDED") return false;
    return state !== "LEFT" || now < reviewAfter(takenAt, since);
  };
  return trusts.filter(counts).length;
}

/** The first yearly review of a role after an instant: its anniversary, the 28th for one taken up on a 29th of February. */
export function reviewAfter(takenAt: Date, instant: Date): Date {
  const years = Math.max(1, instant.getUTCFullYear() - takenAt.getUTCFullYear());
  const first = anniversary(takenAt, years);
  return first > instant ? first : anniversary(takenAt, years + 1);
}

function anniversary(at: Date, years: number): Date {
  const result = new Date(at);
  result.setUTCFullYear(at.getUTCFullYear() + years);
  if (result.getUTCMonth() !== at.getUTCMonth()) result.setUTCDate(0);
  return result;
}

export type GiveRefusal =
  | "membership.trustSelf"
  | "membership.noSuchMember"
  | "membership.noSharedActivity"
  | "membership.trustGiven";

export type GiveFacts = {
  readonly isSelf: boolean;
  /** Of whoever is to be trusted. */
  readonly state: MembershipState;
  readonly hasShared: boolean;
  readonly isGiven: boolean;
};

/** Whether a member who takes part says they trust another: one they did something with, once (rule R4). */
export function canGiveTrust({ isSelf, state, hasShared, isGiven }: GiveFacts): Result<null, GiveRefusal> {
  if (isSelf) return refuse("membership.trustSelf", { field: "whom" });
  if (state !== "ACTIVE" && state !== "PAUSED") return refuse("membership.noSuchMember", { field: "whom" });
  if (!hasShared) return refuse("membership.noSharedActivity", { field: "whom" });
  return isGiven ? refuse("membership.trustGiven", { field: "whom" }) : ok(null);
}
