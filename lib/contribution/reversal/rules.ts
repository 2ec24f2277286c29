import { ok, type Result, refuse } from "@/lib/core/result";
import type { ContributionState } from "../types";

export type ReverseRefusal = "contribution.notReverser" | "contribution.notConfirmed" | "contribution.alreadyReversed";

export type ReverseFacts = {
  readonly state: ContributionState;
  readonly isReversed: boolean;
  readonly isConcerned: boolean;
};

type Answering = { readonly isLead: boolean; readonly isParticipant: boolean; readonly isEditor: boolean };

/** Whether somebody answers for what is done there: leads the project and takes part in it, or holds EDIT in the association where it counts. */
export const answersFor = ({ isLead, isParticipant, isEditor }: Answering) => (isLead && isParticipant) || isEditor;

type Concern = { readonly isAuthor: boolean; readonly isConfirmer: boolean; readonly isAnswering: boolean };

/** Whether a contribution is somebody's to set right: one's own, what one confirmed, what one answers for. */
export const isConcerned = ({ isAuthor, isConfirmer, isAnswering }: Concern) => isAuthor || isConfirmer || isAnswering;

/** Whether a confirmed contribution is set right by a new entry (rule PJ6): once, for good, by somebody it concerns. */
export function canReverse({ state, isReversed, isConcerned }: ReverseFacts): Result<null, ReverseRefusal> {
  if (!isConcerned) return refuse("contribution.notReverser");
  if (state !== "CONFIRMED") return refuse("contribution.notConfirmed");
  return isReversed ? refuse("contribution.alreadyReversed") : ok(null);
}
