import type { AssociationRef } from "@/lib/association/types";
import type { Responsibility } from "@/lib/membership/role/types";

/**
 * NOTICE → VOTING → EXCLUDED | DISMISSED; NOTICE → EXCLUDED | DISMISSED, in writing; EXCLUDED → APPEALED (→ APPEAL_VOTING)
 * → CONFIRMED | REVERSED.
 */
export type CaseState =
  | "NOTICE"
  | "VOTING"
  | "EXCLUDED"
  | "DISMISSED"
  | "APPEALED"
  | "APPEAL_VOTING"
  | "CONFIRMED"
  | "REVERSED";

/** Whose words are put to the vote: of whoever opens it, or what the case says already. */
export type Wording = "OWN" | "NEUTRAL";

/** Who decides on an exclusion: a steward in writing, or the members by a vote (rule M9). */
export const EXCLUSION_BY = ["STEWARDS", "VOTE"] as const;
export type ExclusionBy = (typeof EXCLUSION_BY)[number];

export type ClauseOption = { readonly id: string; readonly number: number; readonly text: string };

export type CaseLine = {
  readonly id: string;
  readonly name: string;
  readonly state: CaseState;
  readonly clause: number;
  readonly openedAt: string;
};

export type CaseDesk = {
  readonly association: AssociationRef;
  readonly holds: readonly Responsibility[];
  readonly exclusionBy: ExclusionBy;
  readonly cases: readonly CaseLine[];
  /** Of the charter in force: what a case may cite. */
  readonly clauses: readonly ClauseOption[];
  readonly mayChoose: boolean;
};

export type RulingView = {
  readonly isAppeal: boolean;
  readonly isOut: boolean;
  /** Nobody decided in the days there are. */
  readonly isLapsed: boolean;
  /** Null where a vote decided. */
  readonly decider: string | null;
  readonly decisionId: string | null;
  readonly reason: string;
  readonly at: string;
};

export type CaseView = {
  readonly id: string;
  readonly association: AssociationRef;
  readonly person: string;
  readonly openedBy: string | null;
  readonly clause: ClauseOption;
  readonly facts: string;
  readonly locale: string;
  readonly state: CaseState;
  readonly decidedBy: ExclusionBy;
  readonly openedAt: string;
  readonly answerBy: string;
  readonly answer: string;
  readonly appealBy: string | null;
  readonly appeal: string;
  readonly appealTo: ExclusionBy | null;
  readonly rulings: readonly RulingView[];
  /** The vote under way. */
  readonly voteId: string | null;
  /** Who may decide in writing, by name: the person knows who does. */
  readonly deciders: readonly string[];
  readonly isOwn: boolean;
  readonly mayAnswer: boolean;
  readonly mayAppeal: boolean;
  /** What whoever looks may do as a decider now. */
  readonly act: "DECIDE" | "VOTE" | null;
  /** Null where they put nothing to the vote. */
  readonly wording: Wording | null;
};
