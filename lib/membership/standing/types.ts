import type { Bar } from "@/lib/association/types";
import type { Responsibility } from "../role/types";
import type { MembershipState } from "../types";

export { BARS, type Bar } from "@/lib/association/types";

/** What limits somebody who belongs, besides their state. */
export type Limits = {
  readonly state: MembershipState;
  /** «Solo ascolto» (rule PT1): reads and attends, does not vote or hold roles. */
  readonly isListening: boolean;
  /** The statement ended longer ago than its days of grace: as «solo ascolto» until it is said again (rule PT1). */
  readonly isStatementOver: boolean;
  /** A material version of the charter waits for their word longer than its thirty days (rule M11). */
  readonly isCharterOverdue: boolean;
  /** What being behind on the contribution rule withholds; empty while in step. */
  readonly bars: readonly Bar[];
};

/** Where one person stands in one association. */
export type Standing = Limits & {
  readonly membershipId: string;
  /** What they answer for now: empty unless ACTIVE, for a role sleeps with its holder. */
  readonly responsibilities: readonly Responsibility[];
  /** Last day of the statement in force, as «2027-06-30»; past it, it is asked again (rule PT1). */
  readonly pledgedUntil: string;
};

/**
 * What is done in an association as far as a rule may stop it. TAKE_PART stands for all that writes there and has no name of
 * its own; reading, leaving, pausing, writing to the stewards and closing one's own commitments are never asked about.
 */
export type Act = Bar | "VOTE_CHARTER" | "TAKE_PART";
