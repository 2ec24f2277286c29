import type { CharterDifference } from "../difference/types";
import type { AssociationRef, CharterContent, CharterView } from "../types";

/** One version in the list of all. */
export type VersionLine = {
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: string;
  readonly isMaterial: boolean;
  readonly changeNote: string;
};

/** Two versions side by side. */
export type Comparison = {
  readonly from: number;
  readonly to: number;
  readonly before: CharterContent;
  readonly after: CharterContent;
  readonly difference: CharterDifference;
};

/** Every version of a charter, the newest first, and two of them compared. */
export type VersionsView = {
  readonly association: AssociationRef;
  /** Language the charter is written in. */
  readonly locale: string;
  readonly versions: readonly VersionLine[];
  /** Null while there is only one. */
  readonly comparison: Comparison | null;
};

/** One version whole, on a page of its own. */
export type VersionView = {
  readonly association: AssociationRef & { readonly id: string };
  readonly locale: string;
  readonly charter: CharterView;
  readonly isInForce: boolean;
};
