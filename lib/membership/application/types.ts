import type { AssociationRef, ClauseKind } from "@/lib/association/types";
import type { Decision, DeclineReason } from "../decision/types";
import type { Stance } from "../papers/types";
import type { Responsibility } from "../role/types";
import type { PledgeLine } from "../roster/types";
import type { Door, PersonView } from "../types";

/** PENDING → ACCEPTED | DECLINED | WITHDRAWN | EXPIRED. */
export type ApplicationState = "PENDING" | "ACCEPTED" | "DECLINED" | "WITHDRAWN" | "EXPIRED";

/** One of my applications in a list. */
export type ApplicationLine = {
  readonly id: string;
  readonly association: AssociationRef;
  readonly state: ApplicationState;
  readonly door: Door;
  readonly submittedAt: string;
  readonly answerBy: string | null;
  readonly closedAt: string | null;
};

export type StanceView = {
  readonly id: string;
  readonly valueSlug: string | null;
  readonly name: string;
  readonly meaning: string;
  readonly stance: Stance;
  readonly note: string;
};

export type DecisionView = {
  readonly outcome: Decision;
  readonly reason: DeclineReason | null;
  readonly message: string;
  readonly clause: { readonly number: number; readonly text: string } | null;
  readonly decider: string;
  readonly isOwn: boolean;
  readonly at: string;
};

export type ClauseOption = {
  readonly id: string;
  readonly number: number;
  readonly kind: ClauseKind;
  readonly text: string;
};

/** Papers as they were handed in, and what became of them. */
export type PapersView = ApplicationLine &
  PledgeLine & {
    readonly locale: string;
    /** How many must agree, as it was when it was handed in (rule R5). */
    readonly decidersRequired: number;
    /** How many members must say a word for them, as it was then. */
    readonly sponsorsRequired: number;
    readonly charterVersion: number;
    readonly stances: readonly StanceView[];
    readonly answers: readonly { readonly question: string; readonly text: string }[];
    readonly decisions: readonly DecisionView[];
  };

/** One's own papers; after a decline, the day from which one may apply again. */
export type OwnPapersView = PapersView & { readonly reapplyFrom: string | null };

/** One application of the queue. */
export type DeskLine = {
  readonly id: string;
  readonly person: PersonView;
  readonly answerBy: string;
  readonly stances: readonly Stance[];
  /** Whether whoever looks has said theirs and waits for a second person. */
  readonly hasDecided: boolean;
};

export type Desk = {
  readonly association: AssociationRef;
  /** What whoever looks answers for. */
  readonly holds: readonly Responsibility[];
  readonly decisionDays: number;
  readonly queue: readonly DeskLine[];
  /** Decided in the last thirty days. */
  readonly decidedCount: number;
};

/** An application on the desk, with what deciding takes. */
export type DeskPapersView = PapersView & {
  readonly person: PersonView;
  readonly clauses: readonly ClauseOption[];
  readonly minMinutes: number | null;
  /** Null when this person may decide now; else why not. */
  readonly closed: "decided" | "said" | null;
};
