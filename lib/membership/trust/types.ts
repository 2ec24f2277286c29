import type { MembershipState } from "../types";

/** One standing trust, as its count asks about it. */
export type Trust = {
  /** Of whoever trusts, in the same association. */
  readonly state: MembershipState;
  /** Since when they are what they are. */
  readonly since: Date;
  /** Whether the two did something together: a project, or a contribution one confirmed for the other. */
  readonly hasShared: boolean;
};

/** Whether a role by trust may be taken up now: how many it takes, and whether they are there; never how many are. */
export type TrustView = { readonly needed: number; readonly isThere: boolean };
