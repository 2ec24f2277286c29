import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { ASK_AGAIN_DAYS } from "../rules";
import { type ActRefusal, canAct } from "../standing/rules";
import type { Limits } from "../standing/types";
import type { MembershipState } from "../types";
import type { Responsibility, Role, RoleState } from "./types";

/** What each role answers for. */
export const BUNDLES: Readonly<Record<Role, readonly Responsibility[]>> = {
  STEWARD: ["CUSTODY", "ADMIT", "INVITE", "GRANT", "EDIT", "MODERATE"],
  WELCOMER: ["ADMIT", "INVITE"],
};

/** Every responsibility of the given roles, each once. */
export function responsibilitiesOf(roles: readonly Role[]): Responsibility[] {
  return [...new Set(roles.flatMap((role) => BUNDLES[role]))];
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
  readonly role: Role;
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
export function canOffer({ now, role, grantorId, grantorHolds, holder }: OfferFacts): Result<null, OfferRefusal> {
  if (holder.memberId === grantorId) return refuse("membership.ownRole", { field: "handle" });
  if (!holdsAll(grantorHolds, role)) return refuse("membership.grantsBeyondOwn", { field: "role" });
  if (holder.state !== "ACTIVE") return refuse("membership.noSuchMember", { field: "handle" });
  if (holder.isListening) return refuse("membership.listeningHoldsRole", { field: "handle" });
  if (holder.isCurrent) return refuse("membership.roleCurrent", { field: "handle" });
  const from = holder.lastRefusedAt && addDays(holder.lastRefusedAt, ASK_AGAIN_DAYS);
  return from && now < from
    ? refuse("membership.notAgainYet", { field: "handle", params: { from: from.getTime() } })
    : ok(null);
}

const holdsAll = (held: readonly Responsibility[], role: Role) => BUNDLES[role].every((one) => held.includes(one));

export type AnswerRefusal = "membership.roleOfferOver" | HoldRefusal;

/** Whether an offered role is taken up now (rules PT1, PT2, M11); refusing asks nothing but that the offer stands. */
export function canAccept(state: RoleState, holder: Limits): Result<null, AnswerRefusal> {
  if (state !== "OFFERED" || holder.state !== "ACTIVE") return refuse("membership.roleOfferOver");
  return canHold(holder);
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
  readonly role: Role;
  readonly isOwn: boolean;
  readonly actorHolds: readonly Responsibility[];
  /** How many besides its holder answer for CUSTODY now. */
  readonly otherCustodians: number;
};

/**
 * Whether a role ends now: its holder lays it down; whoever grants takes it or its offer back, within what they hold
 * (rule R2). The last holder of CUSTODY keeps it until somebody else accepts it, or leaves (rules R3, M7).
 */
export function canEnd({ state, role, isOwn, actorHolds, otherCustodians }: EndFacts): Result<null, EndRefusal> {
  if (!isOwn && !actorHolds.includes("GRANT")) return refuse("common.notFound");
  if (state !== "HELD" && state !== "OFFERED") return refuse("membership.roleOver");
  if (!isOwn && !holdsAll(actorHolds, role)) return refuse("membership.grantsBeyondOwn");
  const isLast = state === "HELD" && BUNDLES[role].includes("CUSTODY") && otherCustodians === 0;
  return isLast ? refuse("membership.lastSteward") : ok(null);
}
