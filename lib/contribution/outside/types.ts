import type { AssociationRef } from "@/lib/association/types";
import type { PersonView } from "@/lib/membership/types";
import type { ContributionKind, ContributionState } from "../types";

/** What every line of contributions to an association shows. */
type Line = {
  readonly id: string;
  readonly title: string;
  readonly locale: string;
  readonly kind: ContributionKind;
  readonly minutes: number | null;
  readonly doneOn: string;
  /** Where one sees that it was done. */
  readonly evidenceUrl: string | null;
};

/** One that waits for somebody's word. */
export type WaitingLine = Line & {
  readonly person: PersonView;
  /** Last moment for saying so (rule PJ5). */
  readonly confirmBy: string;
};

/** One of one's own, whatever became of it. */
export type OwnLine = Line & {
  readonly state: ContributionState;
  readonly confirmBy: string;
  /** Why it was not confirmed, and who said so: for its author alone. */
  readonly rejection: { readonly name: string | null; readonly reason: string } | null;
  readonly reversal: string | null;
  readonly mayReverse: boolean;
  /** Hidden by a measure: for its author alone. */
  readonly isWithheld: boolean;
};

/** One that somebody else confirmed. */
export type ConfirmedLine = Line & {
  readonly isOwn: boolean;
  readonly person: PersonView;
  readonly confirmedBy: PersonView | null;
  readonly confirmedAt: string;
  /** Why it was set right; null while it counts. */
  readonly reversal: string | null;
  readonly mayReverse: boolean;
};

export type ContributionsView = {
  readonly association: AssociationRef;
  readonly confirmers: "ANY_MEMBER" | "STEWARDS";
  readonly mayDeclare: boolean;
  /** First day one may record for. */
  readonly firstDay: string;
  readonly values: readonly { readonly word: string; readonly valueSlug: string | null }[];
  readonly waiting: readonly WaitingLine[];
  readonly own: readonly OwnLine[];
  readonly confirmed: readonly ConfirmedLine[];
};
