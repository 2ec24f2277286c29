import type { AssociationRef } from "@/lib/association/types";
import type { Responsibility, Role } from "@/lib/membership/role/types";
import type { ClauseOption } from "../exclusion/types";

/** What a report is about: a member, a project, a contribution somebody confirmed, what the association says of itself. */
export const REPORT_ABOUT = ["MEMBER", "PROJECT", "TEXT", "CONTRIBUTION"] as const;
export type ReportAbout = (typeof REPORT_ABOUT)[number];

/** OPEN → DECIDED → APPEALED → CLOSED; OPEN → LAPSED. */
export type ReportState = "OPEN" | "DECIDED" | "APPEALED" | "CLOSED" | "LAPSED";

/**
 * The gentlest first: nothing to do, a word, a warning, hiding what was written, a pause of a role (rule MO4). What goes further is
 * a case of exclusion.
 */
export const MEASURES = ["NONE", "NOTE", "WARNING", "HIDE", "PAUSE"] as const;
export type MeasureKind = (typeof MEASURES)[number];

export type ReportLine = {
  readonly id: string;
  readonly about: ReportAbout;
  /** The person, the project or what was done; empty for a text of the association, and where it is hidden from whoever looks. */
  readonly name: string;
  readonly clause: number;
  readonly state: ReportState;
  readonly measure: MeasureKind | null;
  readonly openedAt: string;
  /** When it ends if nobody decides; null when nothing waits. */
  readonly until: string | null;
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
  /** The contribution whoever looks comes from. */
  readonly contribution: { readonly id: string; readonly title: string; readonly locale: string } | null;
  readonly own: readonly ReportLine[];
};

export type MeasureView = {
  readonly isAppeal: boolean;
  readonly kind: MeasureKind;
  readonly clause: number;
  readonly reason: string;
  readonly decider: string | null;
  readonly at: string;
  /** Nobody decided in the days there are. */
  readonly isLapsed: boolean;
  /** Of a pause: of which role, until when. */
  readonly role: RoleName | null;
  readonly until: string | null;
};

/** One of the two every association has, or one of its own by its name. */
export type RoleName = { readonly role: Role | null; readonly own: string | null };

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
  /** What may be decided now, the gentlest first, and the roles of the author a pause may be of; empty for whoever does not decide. */
  readonly kinds: readonly MeasureKind[];
  readonly roles: readonly (RoleName & { readonly id: string })[];
  /** Nobody who moderates is outside the case: it waits for somebody else, or its last day. */
  readonly isOrphan: boolean;
  /** The address of the project, where it is one. */
  readonly project: string | null;
};
