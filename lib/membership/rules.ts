import { ok, type Result, refuse } from "@/lib/core/result";
import type { MissingPart } from "@/lib/member/types";
import { arePapersInOrder, type PapersRefusal } from "./papers/rules";
import type { Papers, Terms } from "./papers/types";
import type { MembershipState } from "./types";

/** After a «no» the same person does not ask the same of the same person for so many days (rule PT3). */
export const ASK_AGAIN_DAYS = 90;

export type ActorRefusal = "common.unverified" | "common.suspended";

export type ActivationRefusal =
  | PapersRefusal
  | "membership.alreadyMember"
  | "membership.profileIncomplete"
  | "membership.full";

export type ActivationFacts = {
  /** As handed in and stored; the questions are those that were asked (rule M5). */
  readonly papers: Papers;
  /** The charter in force now, and the stored questions. */
  readonly terms: Terms;
  readonly missingProfile: readonly MissingPart[];
  /** Null for whoever never belonged. */
  readonly state: MembershipState | null;
  readonly memberLimit: number | null;
  readonly memberCount: number;
  readonly today: string;
};

/** Whether somebody becomes a member now, whatever the door (rules M1, M2, A5). */
export function canBecomeActive(facts: ActivationFacts): Result<null, ActivationRefusal> {
  if (isMember(facts.state)) return refuse("membership.alreadyMember");
  const papers = arePapersInOrder(facts.papers, facts.terms, facts.today);
  if (!papers.ok) return papers;
  if (facts.missingProfile.length > 0) return refuse("membership.profileIncomplete");
  return hasPlace(facts) ? ok(null) : refuse("membership.full");
}

/** ACTIVE or PAUSED: whoever belongs, and takes one of the places. */
export function isMember(state: MembershipState | null): boolean {
  return state === "ACTIVE" || state === "PAUSED";
}

/** Whether one more fits (rule A5). */
export function hasPlace({ memberLimit, memberCount }: Pick<ActivationFacts, "memberLimit" | "memberCount">): boolean {
  return memberLimit === null || memberCount < memberLimit;
}
