import type { CharterValueText, ClauseText } from "../types";

/** A stretch of two texts read side by side: in both, only in the earlier, only in the later. */
export type Piece = { readonly kind: "SAME" | "REMOVED" | "ADDED"; readonly text: string };

/** MOVED: the same words at another place. */
export type Change = "SAME" | "CHANGED" | "MOVED" | "ADDED" | "REMOVED";

export type ClauseChange = {
  readonly change: Change;
  readonly before: ClauseText | null;
  readonly after: ClauseText | null;
  readonly pieces: readonly Piece[];
};

export type ValueChange = {
  readonly change: Change;
  readonly value: Pick<CharterValueText, "valueSlug" | "name">;
  readonly meaning: readonly Piece[];
  readonly shownBy: readonly Piece[];
};

/** The parts of the contribution rule, and how the charter itself changes. */
export const RULE_PARTS = ["ASKED", "COUNTED", "GRACE", "CONFIRMERS", "BARS", "AMENDING"] as const;
export type RulePart = (typeof RULE_PARTS)[number];

/** Two versions of a charter side by side, in the order of the later one. */
export type CharterDifference = {
  readonly values: readonly ValueChange[];
  readonly clauses: readonly ClauseChange[];
  readonly rule: readonly RulePart[];
  readonly ruleNote: readonly Piece[];
  readonly isReviewMoved: boolean;
};

/** What makes a change one of substance, whatever is said of it (rule M11). */
export type Substance = "VALUES" | "COMMITMENTS" | "RULE" | "CLAUSES";
