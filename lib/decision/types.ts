import type { CharterDifference } from "@/lib/association/difference/types";
import type { AssociationRef, CharterContent } from "@/lib/association/types";

/** GENERAL is a proposal of the association; the others decide on something kept elsewhere (rules DC6, M9, M11). */
export type DecisionKind = "GENERAL" | "CHARTER" | "EXCLUSION" | "APPEAL";

/** OPEN → CLOSED, with an outcome | WITHDRAWN, by whoever opened it. */
export type DecisionState = "OPEN" | "CLOSED" | "WITHDRAWN";

export type DecisionOutcome = "APPROVED" | "REJECTED" | "TIED" | "NO_QUORUM";

/** How many of the electorate must vote, abstentions included. */
export const QUORUMS = ["NONE", "THIRD", "HALF"] as const;
export type Quorum = (typeof QUORUMS)[number];

/** How many of those who took a side. */
export const THRESHOLDS = ["MAJORITY", "TWO_THIRDS"] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** What a ballot may answer; an objection counts as a no, and says why (rule DC7). */
export type Answer = "YES" | "NO" | "OBJECTION" | "ABSTAIN" | "CHOICE";

/** OPEN is signed and counted before everybody's eyes; HIDDEN is signed and counted at close; SECRET is never signed. */
export const SECRECIES = ["OPEN", "HIDDEN", "SECRET"] as const;
export type Secrecy = (typeof SECRECIES)[number];

/** OFFERED → ACCEPTED | REFUSED; only acceptance binds (rule PT2). Either ends with the membership of whoever was asked (M8). */
export type ChargeState = "OFFERED" | "ACCEPTED" | "REFUSED" | "ENDED";

/** A decision in the list of an association. */
export type DecisionLine = {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly title: string;
  /** Whose exclusion it is about; null for any other. */
  readonly subject: string | null;
  readonly state: DecisionState;
  readonly outcome: DecisionOutcome | null;
  readonly closesAt: string;
  /** Whether whoever looks may vote and has not. */
  readonly waitsForMe: boolean;
};

export type DecisionList = {
  readonly association: AssociationRef;
  readonly mayOpen: boolean;
  readonly open: readonly DecisionLine[];
  readonly over: readonly DecisionLine[];
  readonly nextCursor: string | null;
};

export type OptionView = {
  readonly id: string;
  readonly stance: Answer;
  readonly text: string;
  /** Null while counts are hidden, and for ever where so few voted in secret that a count would name them (rule PV5). */
  readonly votes: number | null;
  /** Who said so; empty before the close, and of a secret vote. */
  readonly voters: readonly string[];
  readonly isChosen: boolean;
};

export type ObjectionView = { readonly text: string; readonly by: string | null };

export type ChargeView = {
  readonly id: string;
  readonly state: ChargeState;
  readonly statement: string;
  readonly reviewOn: string;
  readonly responsible: string;
  readonly isOwn: boolean;
};

/** The whole charter a vote is about, beside the one in force when it opened. */
export type CharterAsked = {
  readonly before: CharterContent;
  readonly after: CharterContent;
  readonly difference: CharterDifference;
};

export type DecisionView = DecisionLine & {
  readonly association: AssociationRef;
  readonly text: string;
  readonly locale: string;
  /** What a vote on a charter changes; null of any other. */
  readonly charter: CharterAsked | null;
  readonly subjectId: string | null;
  readonly openedBy: string | null;
  readonly openedAt: string;
  readonly secrecy: Secrecy;
  readonly quorum: Quorum;
  readonly threshold: Threshold;
  readonly electorate: number;
  readonly cast: number;
  readonly options: readonly OptionView[];
  readonly objections: readonly ObjectionView[];
  /** What whoever looks may do with their ballot; the code says why not. */
  readonly own: {
    readonly refusal: string | null;
    readonly hasVoted: boolean;
    readonly optionId: string | null;
    readonly objection: string;
  };
  /** Before the first ballot, for whoever opened it. */
  readonly mayEdit: boolean;
  readonly mayWithdraw: boolean;
  /** Approved, with nobody who sees to it yet (rule DC8). */
  readonly mayEntrust: boolean;
  readonly charge: ChargeView | null;
};
