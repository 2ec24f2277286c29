import type { CharterDifference } from "@/lib/association/difference/types";
import type { AssociationRef, CharterContent, CharterValueView, CharterView } from "@/lib/association/types";
import type { WaitingCharter } from "../acceptance/types";
import type { StanceView } from "../application/types";
import type { PledgeLine } from "../roster/types";

/** What changed since the charter one accepted, and what accepting it asks. */
export type CharterChange = {
  /** The version accepted; the one in force is the charter of the page. */
  readonly from: number;
  readonly before: CharterContent;
  readonly after: CharterContent;
  readonly difference: CharterDifference;
  /** What waits for a word and until when; null when only the wording changed (rule M11). */
  readonly waiting: WaitingCharter | null;
};

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
  /** Where I stand on the values I accepted. */
  readonly stances: readonly StanceView[];
  /** Null while the charter in force is the one accepted. */
  readonly change: CharterChange | null;
  /** Values on which the next pledge takes a stance. */
  readonly open: readonly CharterValueView[];
  /** Earlier pledges, newest first. */
  readonly earlier: readonly { readonly acceptedAt: string; readonly charterVersion: number }[];
};
