import type { ApprovalView } from "../approval/types";
import type { BeyondView } from "../beyond/types";
import type { OfferView } from "../offer/types";
import type { ProjectView } from "../page/types";
import type { Person } from "../types";

/** Offers to one need, in the order in which they are to be answered. */
export type DeskNeed = {
  readonly id: string;
  readonly title: string;
  readonly isCritical: boolean;
  readonly seats: number;
  readonly accepted: number;
  readonly waiting: readonly OfferView[];
  /** Who was told yes and waits for a seat, first come first. */
  readonly queued: readonly OfferView[];
};

export type OpenCommitment = {
  readonly id: string;
  readonly text: string;
  readonly due: string | null;
  readonly person: Person;
};

/** What the owner of a project decides. */
export type DeskView = {
  readonly project: ProjectView;
  readonly needs: readonly DeskNeed[];
  readonly commitments: readonly OpenCommitment[];
  /** Whom the owner may ask to take the project on: those in a seat, or who dream the idea it is. */
  readonly participants: readonly NonNullable<Person>[];
  /** Who was asked and has not answered. */
  readonly askedToLead: Person;
  /** Whether the owner takes part in the association still; in pause one may only step back. */
  readonly mayManage: boolean;
  /** Where the word of the association that leads it stands; null where it wants to give none. */
  readonly approval: ApprovalView | null;
  /** What is offered beyond its needs, and waits for an answer. */
  readonly beyond: readonly BeyondView[];
};
