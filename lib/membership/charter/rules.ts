import { isUnchanged, substanceOf } from "@/lib/association/difference/rules";
import type { CharterContent, CharterValueText } from "@/lib/association/types";
import { addMonths } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { areValuesNamed, type ValueRefusal } from "../founding/rules";
import { COUNTS } from "../founding/schema";

/** A charter names its next review within so many months. */
export const REVIEW_MONTHS_MAX = 36;

export type CompletenessRefusal =
  | ValueRefusal
  | "membership.charterValuesCount"
  | "membership.charterValueUnfinished"
  | "membership.charterWithoutClauses"
  | "membership.reviewTooEarly"
  | "membership.reviewTooLate"
  | "membership.charterUnchanged";

export type PublishingRefusal =
  | CompletenessRefusal
  | "membership.draftGone"
  | "membership.draftMoved"
  | "membership.changeIsMaterial"
  | "membership.charterNotVoted";

type Against = { readonly inForce: CharterContent; readonly today: string };

/** Whether a draft says all a charter must say, and something other than the one in force. */
export function isPublishable(content: CharterContent, { inForce, today }: Against): Result<null, CompletenessRefusal> {
  const values = areValuesFinished(content.values);
  if (!values.ok) return values;
  if (content.clauses.length === 0) return refuse("membership.charterWithoutClauses");
  const review = isReviewNear(content.reviewOn, today);
  if (!review.ok) return review;
  return isUnchanged(inForce, content) ? refuse("membership.charterUnchanged") : ok(null);
}

function areValuesFinished(values: readonly CharterValueText[]): Result<null, CompletenessRefusal> {
  const [min, max] = COUNTS.values;
  if (values.length < min || values.length > max)
    return refuse("membership.charterValuesCount", { params: { min, max } });
  const unfinished = values.findIndex(
    ({ valueSlug, name, meaning, shownBy }) => (valueSlug === null && name === "") || meaning === "" || shownBy === "",
  );
  if (unfinished >= 0) return refuse("membership.charterValueUnfinished", { params: { number: unfinished + 1 } });
  return areValuesNamed(values);
}

function isReviewNear(
  reviewOn: string | null,
  today: string,
): Result<null, "membership.reviewTooEarly" | "membership.reviewTooLate"> {
  if (reviewOn === null) return ok(null);
  if (reviewOn <= today) return refuse("membership.reviewTooEarly");
  return reviewOn > addMonths(today, REVIEW_MONTHS_MAX)
    ? refuse("membership.reviewTooLate", { params: { months: REVIEW_MONTHS_MAX } })
    : ok(null);
}

export type PublishingFacts = Against & {
  /** Null when it was published or thrown away. */
  readonly draft: { readonly revision: number; readonly content: CharterContent; readonly isOnInForce: boolean } | null;
  readonly isByVote: boolean;
  /** Whether the members approved exactly this text. */
  readonly isApproved: boolean;
};

type Publishing = { readonly revision: number; readonly isMaterial: boolean };

/**
 * Whether the draft is published now as it was shown (rule M11). What touches values, commitments or the contribution rule is
 * of substance whatever is said of it; where the members vote on the charter, they have approved this very text.
 */
export function canPublish(
  { revision, isMaterial }: Publishing,
  { draft, isByVote, isApproved, ...against }: PublishingFacts,
): Result<null, PublishingRefusal> {
  if (!draft) return refuse("membership.draftGone");
  if (draft.revision !== revision || !draft.isOnInForce) return refuse("membership.draftMoved");
  const whole = isPublishable(draft.content, against);
  if (!whole.ok) return whole;
  if (!isMaterial && substanceOf(against.inForce, draft.content).length > 0)
    return refuse("membership.changeIsMaterial", { field: "change" });
  return isByVote && !isApproved ? refuse("membership.charterNotVoted") : ok(null);
}

/** What a vote on a draft is about: the text itself, by its hash, so that no other text is ever approved in its place. */
export function voteSubjectOf(hash: string): string {
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
