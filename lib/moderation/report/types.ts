import type { AssociationRef } from "@/lib/association/types";
import type { Responsibility } from "@/lib/membership/role/types";
import type { ClauseOption } from "../exclusion/types";

/** What a report is about: a member, a project of the association, what the association says of itself. */
export const REPORT_ABOUT = ["MEMBER", "PROJECT", "TEXT"] as const;
export type ReportAbout = (typeof REPORT_ABOUT)[number];

/** OPEN → DECIDED → APPEALED → CLOSED. */
export type ReportState = "OPEN" | "DECIDED" | "APPEALED" | "CLOSED";

/** From nothing to do, by a word, to a warning (rule MO4). What goes further is a case of exclusion. */
export const MEASURES = ["NONE", "NOTE", "WARNING"] as const;
export type MeasureKind = (typeof MEASURES)[number];

export type ReportLine = {
  readonly id: string;
  readonly about: ReportAbout;
  /** The person or the project; empty for a text of the association. */
  readonly name: string;
  readonly clause: number;
  readonly state: ReportState;
  readonly measure: MeasureKind | null;
  readonly openedAt: string;
};

export type ReportDesk = {
  readonly association: AssociationRef;
  readonly holds: readonly Responsibility[];
  readonly waiting: readonly ReportLine[];
  readonly done: readonly ReportLine[];
};

/** Telling something, and what became of what one told. */
export type ReportingView = {
  readonly association: AssociationRef;
  readonly clauses: readonly ClauseOption[];
  readonly own: readonly ReportLine[];
};

export type MeasureView = {
  readonly isAppeal: boolean;
  readonly kind: MeasureKind;
  readonly clause: number;
  readonly reason: string;
  readonly decider: string | null;
  readonly at: string;
};

export type ReportView = ReportLine & {
  readonly association: AssociationRef;
  readonly clauses: readonly ClauseOption[];
  readonly clauseText: string;
  readonly clauseId: string;
  readonly text: string;
  readonly locale: string;
  /** Who told: for those who moderate alone (rule MO2). */
  readonly reporter: string | null;
  readonly answer: string;
  readonly appeal: string;
  readonly appealBy: string | null;
  readonly measures: readonly MeasureView[];
  readonly mayAnswer: boolean;
  readonly mayAppeal: boolean;
  readonly mayDecide: boolean;
};
