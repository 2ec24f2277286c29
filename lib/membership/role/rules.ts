import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { ASK_AGAIN_DAYS } from "../rules";
import { type ActRefusal, canAct } from "../standing/rules";
import type { Limits } from "../standing/types";
import type { MembershipState } from "../types";
import { type Responsibility, type Role, type RoleState, SHARED_RESPONSIBILITIES } from "./types";

/** What each role answers for. */
export const BUNDLES: Readonly<Record<Role, readonly Responsibility[]>> = {
  STEWARD: ["CUSTODY", "ADMIT", "INVITE", "GRANT", "EDIT", "MODERATE"],
  WELCOMER: ["ADMIT", "INVITE"],
};

/** A role as it is held: one of the two every association has, or one of its own as far as it was accepted (rule PT2). */
export type HeldRole = {
  readonly role: Role | null;
  readonly accepted: readonly string[];
  readonly ownRole: { readonly responsibilities: readonly string[] } | null;
};

/** What a role that is held answers for. */
export function bundleOf({ role, accepted, ownRole }: HeldRole): readonly Responsibility[] {
  if (role) return BUNDLES[role];
  return sharedAmong(ownRole?.responsibilities ?? []).filter((one) => accepted.includes(one));
}

/** Those of stored words that are responsibilities an own role may bundle. */
export function sharedAmong(words: readonly string[]): Responsibility[] {
  return SHARED_RESPONSIBILITIES.filter((one) => words.includes(one));
}

/** Every responsibility of the roles somebody holds, each once. */
export function responsibilitiesOf(held: readonly HeldRole[]): Responsibility[] {
  return [...new Set(held.flatMap(bundleOf))];
}

export type OfferRefusal =
  | "membership.grantsBeyondOwn"
  | "membership.ownRole"
  | "membership.noSuchMember"
  | "membership.listeningHoldsRole"
  | "membership.roleCurrent"
  | "membership.notAgainYet";

export type OfferFacts = {
  readonly now: Date;
  /** What the role answers for. */
  readonly bundle: readonly Responsibility[];
  readonly grantorId: string;
  readonly grantorHolds: readonly Responsibility[];
  readonly holder: {
    readonly memberId: string;
    readonly state: MembershipState;
    readonly isListening: boolean;
    /** Offered this role and not answered yet, or holding it. */
    readonly isCurrent: boolean;
    /** When they last refused it from this grantor. */
    readonly lastRefusedAt: Date | null;
  };
};

/** Whether somebody is offered a role: nobody grants what they do not hold, nor to themselves (rule R2); listeners hold none (PT1). */
export function canOffer({ now, bundle, grantorId, grantorHolds, holder }: OfferFacts): Result<null, OfferRefusal> {
  if (holder.memberId === grantorId) return refuse("membership.ownRole", { field: "whom" });
  if (!holdsAll(grantorHolds, bundle)) return refuse("membership.grantsBeyondOwn", { field: "role" });
  if (holder.state !== "ACTIVE") return refuse("membership.noSuchMember", { field: "whom" });
  if (holder.isListening) return refuse("membership.listeningHoldsRole", { field: "whom" });
  if (holder.isCurrent) return refuse("membership.roleCurrent", { field: "whom" });
  const from = holder.lastRefusedAt && addDays(holder.lastRefusedAt, ASK_AGAIN_DAYS);
  return from && now < from
    ? refuse("membership.notAgainYet", { field: "whom", params: { from: from.getTime() } })
    : ok(null);
}

/** Whether somebody answers for all of this (rule R2). */
export const holdsAll = (held: readonly Responsibility[], bundle: readonly Responsibility[]) =>
  bundle.every((one) => held.includes(one));

export type AnswerRefusal =
  | "membership.roleOfferOver"
  | "membership.roleChangedMeanwhile"
  | "membership.trustMissing"
  | HoldRefusal;

/** Whether an offered role is taken up now (rules PT1, PT2, M11); refusing asks nothing but that the offer stands. */
export function canAccept(state: RoleState, holder: Limits): Result<null, AnswerRefusal> {
  if (state !== "OFFERED" || holder.state !== "ACTIVE") return refuse("membership.roleOfferOver");
  return canHold(holder);
}

type Offer = {
  readonly state: RoleState;
  /** Of an own role: its version now, the one its holder is bound by or was offered, the one they were shown. */
  readonly version: number | null;
  readonly bound: number | null;
  readonly shown: number | null;
  /** Of a role by trust, how many trusters it takes and how many count now (rule R4). */
  readonly trust: { readonly needed: number; readonly given: number };
};

/** Whether a role is taken up as it was shown: one that is offered, or one held that changed since (rule PT2). */
export function canTakeUp({ state, version, bound, shown, trust }: Offer, holder: Limits): Result<null, AnswerRefusal> {
  const isChanged = state === "HELD" && version !== bound;
  const verdict = canAccept(isChanged ? "OFFERED" : state, holder);
  if (!verdict.ok) return verdict;
  if (shown !== null && shown !== version) return refuse("membership.roleChangedMeanwhile");
  return state === "OFFERED" && trust.given < trust.needed
    ? refuse("membership.trustMissing", { params: { needed: trust.needed } })
    : ok(null);
}

export type HoldRefusal = "membership.listeningHoldsRole" | ActRefusal;

/** Whether somebody may answer for a role at all (rules PT1, M10, M11). */
export function canHold(holder: Limits): Result<null, HoldRefusal> {
  return holder.isListening ? refuse("membership.listeningHoldsRole") : canAct(holder, "HOLD_ROLE");
}

export type EndRefusal =
  | "common.notFound"
  | "membership.roleOver"
  | "membership.grantsBeyondOwn"
  | "membership.lastSteward";

export type EndFacts = {
  readonly state: RoleState;
  /** What the role answers for. */
  readonly bundle: readonly Responsibility[];
  readonly isOwn: boolean;
  readonly actorHolds: readonly Responsibility[];
  /** How many besides its holder answer for CUSTODY now. */
  readonly otherCustodians: number;
};

/**
 * Whether a role ends now: its holder lays it down; whoever grants takes it or its offer back, within what they hold
 * (rule R2). The last holder of CUSTODY keeps it until somebody else accepts it, or leaves (rules R3, M7).
 */
export function canEnd({ state, bundle, isOwn, actorHolds, otherCustodians }: EndFacts): Result<null, EndRefusal> {
  if (!isOwn && !actorHolds.includes("GRANT")) return refuse("common.notFound");
  if (state !== "HELD" && state !== "OFFERED") return refuse("membership.roleOver");
  if (!isOwn && !holdsAll(actorHolds, bundle)) return refuse("membership.grantsBeyondOwn");
  const isLast = state === "HELD" && bundle.includes("CUSTODY") && otherCustodians === 0;
  return isLast ? refuse("membership.lastSteward") : ok(null);
}
