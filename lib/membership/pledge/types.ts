import type { AssociationRef, CharterView } from "@/lib/association/types";
import type { PledgeLine } from "../roster/types";

/** One's own pledge, as a receipt: what was accepted, when, for how long. */
export type PledgeView = {
  readonly association: AssociationRef;
  readonly state: "ACTIVE" | "PAUSED";
  readonly isVisible: boolean;
  readonly since: string;
  readonly charter: CharterView;
  /** Language the charter is written in. */
  readonly locale: string;
  readonly pledge: PledgeLine & {
    readonly charterVersion: number;
    readonly charterHash: string;
    readonly acceptedAt: string;
  };
  /** Whether the statement has ended (rule PT1). */
  readonly isOver: boolean;
  /** The day a renewal starts from: as long again as the last statement, from today. */
  readonly nextUntil: string;
  /** The day the pause was meant to last until; null when none was named, or while taking part. */
  readonly pausedUntil: string | null;
  /** Whether the charter in force is newer than the one accepted. */
  readonly isCharterNewer: boolean;
  /** Earlier pledges, newest first. */
  readonly earlier: readonly { readonly acceptedAt: string; readonly charterVersion: number }[];
};
