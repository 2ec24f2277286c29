import type { CommitmentState } from "@/lib/contribution/commitment/rules";
import type { ContributionKind, Evidence } from "@/lib/contribution/types";
import type { Dream, DreamPart } from "../idea/types";
import type { AssociationRef, Brings, CoHost, NeedKind, OfferState, Person, ProjectKind, ProjectState } from "../types";

export type Sitter = { readonly person: Person; readonly brings: Brings; readonly competence: string | null };

export type NeedLine = {
  readonly id: string;
  readonly title: string;
  readonly kind: NeedKind;
  readonly isCritical: boolean;
  readonly seats: number;
  readonly accepted: number;
  readonly competence: string | null;
  readonly due: string | null;
  readonly minutes: number | null;
  readonly sitters: readonly Sitter[];
};

export type DeliverableLine = {
  readonly id: string;
  readonly title: string;
  readonly due: string | null;
  readonly done: string | null;
  /** By what one sees that it was handed over. */
  readonly evidence: string;
  readonly evidenceUrl: string | null;
};

/** A contribution somebody else confirmed. */
export type ConfirmedLine = Evidence & {
  readonly id: string;
  readonly title: string;
  readonly kind: ContributionKind;
  readonly minutes: number | null;
  readonly doneOn: string;
  readonly person: Person;
  readonly confirmedBy: Person;
  readonly confirmedAt: string;
  /** Hidden by a measure: for its author alone. */
  readonly isWithheld: boolean;
};

export type Transition = {
  readonly id: string;
  readonly from: ProjectState | null;
  readonly to: ProjectState;
  readonly note: string;
  readonly at: string;
};

/** Something between two transitions: somebody sat down, the project changed hands. */
export type Moment = {
  readonly id: string;
  readonly kind: "project.offerAccepted" | "project.handedOver";
  readonly at: string;
  readonly need: string | null;
  readonly person: Person;
};

export type OwnOffer = {
  readonly id: string;
  readonly needId: string;
  readonly need: string;
  readonly due: string | null;
  readonly state: OfferState;
  readonly closedAt: string | null;
};
export type OwnCommitment = {
  readonly id: string;
  readonly text: string;
  readonly due: string | null;
  readonly state: CommitmentState;
};

/** What whoever looks is in the project, and what waits for them there. */
export type ViewerPart = {
  readonly memberId: string;
  readonly isOwner: boolean;
  /** Whether the work of it is theirs to read: they take part, and do so still where it belongs. */
  readonly isInside: boolean;
  /** Takes part, did something that was confirmed, or dreamt it. */
  readonly hadPart: boolean;
  /** In the association that leads it. */
  readonly membership: "ACTIVE" | "PAUSED" | null;
  /** Newest of each need. */
  readonly offers: readonly OwnOffer[];
  readonly commitments: readonly OwnCommitment[];
  /** Whether the owner asks them to take the project on. */
  readonly isAskedToLead: boolean;
  readonly dream: DreamPart;
  /** For the owner: offers to answer. */
  readonly offersWaiting: number;
};

export type ProjectRef = { readonly slug: string; readonly title: string; readonly locale: string };

export type ProjectView = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly kind: ProjectKind;
  readonly state: ProjectState;
  readonly purpose: string;
  readonly description: string;
  readonly forWhom: string;
  readonly whyTogether: string;
  /** Values it serves: slugs, or names of a charter's own. */
  readonly values: readonly string[];
  /** The idea it is, or was; null for what began as a proposal. */
  readonly dream: Dream | null;
  readonly locale: string;
  readonly place: string | null;
  /** The ended project it takes up again, and those that take it up. */
  readonly continues: ProjectRef | null;
  readonly continuedBy: readonly ProjectRef[];
  readonly isMembersOnly: boolean;
  /** Hidden by a measure: for its owner and those who moderate. */
  readonly isWithheld: boolean;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly concludedAt: string | null;
  readonly result: string;
  readonly association: AssociationRef | null;
  readonly coHosts: readonly CoHost[];
  readonly owner: Person;
  readonly hasOwner: boolean;
  /** Whether the association that leads it has still to approve it before it starts. */
  readonly lacksApproval: boolean;
  readonly deliverables: readonly DeliverableLine[];
  readonly needs: readonly NeedLine[];
  readonly transitions: readonly Transition[];
  readonly moments: readonly Moment[];
  readonly contributions: readonly ConfirmedLine[];
  /** The next day something is due, from today on. */
  readonly nextDue: string | null;
  readonly openCommitments: number;
  /** Tasks that were not dropped, and those done of them. */
  readonly tasks: number;
  readonly tasksDone: number;
  /** Null for visitors. */
  readonly viewer: ViewerPart | null;
};
