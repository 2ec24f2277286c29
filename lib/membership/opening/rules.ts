import type { AssociationState } from "@/lib/association/types";
import { ok, type Result, refuse } from "@/lib/core/result";
import { hasPlace, isMember } from "../rules";
import type { MembershipState } from "../types";

export type TakingRefusal =
  | "membership.alreadyMember"
  | "membership.excludedAsks"
  | "membership.inCustody"
  | "membership.full"
  | "membership.reapplyTooSoon";

export type TakingFacts = {
  readonly now: Date;
  readonly isLink: boolean;
  readonly association: {
    readonly state: AssociationState;
    readonly memberLimit: number | null;
    readonly memberCount: number;
  };
  readonly holder: {
    readonly state: MembershipState | null;
    readonly hasPending: boolean;
    /** From when the last decline lets them ask again. */
    readonly reapplyFrom: Date | null;
  };
};

/**
 * Whether whoever holds a letter or a link is invited by it now. Nobody chose them by name: so whoever was excluded asks the
 * stewards, and a link, which anybody may pass on, waits for the days after a decline (rule M4) as an application does.
 */
export function canTakeUp({ now, isLink, association, holder }: TakingFacts): Result<null, TakingRefusal> {
  if (isMember(holder.state)) return refuse("membership.alreadyMember");
  if (holder.state === "EXCLUDED") return refuse("membership.excludedAsks");
  if (association.state !== "OPEN") return refuse("membership.inCustody");
  if (!hasPlace(association)) return refuse("membership.full");
  const from = holder.reapplyFrom;
  return isLink && !holder.hasPending && from && now < from
    ? refuse("membership.reapplyTooSoon", { params: { from: from.getTime() } })
    : ok(null);
}
