import type { AssociationRef, Promised } from "@/lib/association/types";
import type { PersonView } from "@/lib/membership/types";
import type { CommitmentState } from "../commitment/rules";

/** A commitment outside projects, as those who may see it read it. */
export type PromiseLine = {
  readonly id: string;
  readonly text: string;
  readonly locale: string;
  readonly dueOn: string | null;
  readonly state: CommitmentState;
  /** Null for the association's own. */
  readonly person: PersonView | null;
  /** The fellow member it was made to. */
  readonly to: PersonView | null;
  readonly confirmedBy: PersonView | null;
  readonly evidence: string;
  readonly note: string;
  /** What whoever looks may do with it now. */
  readonly may: {
    readonly close: boolean;
    readonly release: boolean;
    readonly attest: boolean;
    readonly note: boolean;
  };
};

export type PromisesView = {
  readonly association: AssociationRef;
  /** Closed in twelve months, for everybody; empty under five (rules T1, T3). */
  readonly promised: readonly Promised[];
  /** What the association said and is not over yet, for everybody. */
  readonly initiatives: readonly PromiseLine[];
  /** Null for whoever does not belong. */
  readonly member: {
    readonly mayDeclare: boolean;
    readonly isAnswering: boolean;
    readonly values: readonly { readonly word: string; readonly valueSlug: string | null }[];
    readonly days: { readonly min: string; readonly max: string };
    readonly own: readonly PromiseLine[];
    /** Of fellow members: open, to the association or to whoever looks. */
    readonly others: readonly PromiseLine[];
  } | null;
};
