import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { ASK_AGAIN_DAYS } from "../offer/rules";
import { isOpenToOffers } from "../rules";
import type { ProjectState } from "../types";

/** A question waits so long for its answer, then lapses by itself. */
export const ASK_DAYS = 14;
/** How many questions of one person wait at once, and how many they ask in seven days, wherever: nobody is pushed (rule C2's measure). */
export const ASKS_OPEN_MAX = 5;
export const ASKS_WEEK_MAX = 10;

export type AskRefusal =
  | "project.notOpenToOffers"
  | "project.seatsTaken"
  | "project.theyAreIn"
  | "project.askedAlready"
  | "project.askedTooSoon"
  | "project.silentLately"
  | "project.askedEnough"
  | "project.askedThisWeek";

export type AskFacts = {
  readonly now: Date;
  readonly state: ProjectState;
  readonly seatsFree: number;
  /** Whether they lead the project, or stand in this need with an offer. */
  readonly isIn: boolean;
  /** Whether a question about this project waits for their answer. */
  readonly isAsked: boolean;
  /** When they last said «non ora» to the same person about this project, or let the question lapse. */
  readonly lastNo: { readonly at: Date; readonly isSilence: boolean } | null;
  /** Questions of whoever asks that wait, and those of the last seven days. */
  readonly openCount: number;
  readonly weekCount: number;
};

/**
 * Whether this person is asked to cover this need now. After a «non ora», or a silence, not again about the same project for
 * ninety days (rule PT3).
 */
export function canAskToCover(facts: AskFacts): Result<null, AskRefusal> {
  if (!isOpenToOffers(facts.state)) return refuse("project.notOpenToOffers");
  if (facts.seatsFree <= 0) return refuse("project.seatsTaken");
  if (facts.isIn) return refuse("project.theyAreIn", { field: "whom" });
  if (facts.isAsked) return refuse("project.askedAlready", { field: "whom" });
  if (facts.lastNo) {
    const again = addDays(facts.lastNo.at, ASK_AGAIN_DAYS);
    const code = facts.lastNo.isSilence ? "project.silentLately" : "project.askedTooSoon";
    if (facts.now < again) return refuse(code, { field: "whom", params: { again: again.getTime() } });
  }
  return hasPatience(facts);
}

/** Whether whoever asks has asked few enough. */
function hasPatience({ openCount, weekCount }: Pick<AskFacts, "openCount" | "weekCount">): Result<null, AskRefusal> {
  if (openCount >= ASKS_OPEN_MAX) return refuse("project.askedEnough", { params: { max: ASKS_OPEN_MAX } });
  return weekCount >= ASKS_WEEK_MAX ? refuse("project.askedThisWeek", { params: { max: ASKS_WEEK_MAX } }) : ok(null);
}

export type AnswerRefusal = "project.askClosed";
type Waiting = { readonly isOpen: boolean; readonly expiresAt: Date; readonly now: Date };

/** Whether a question can still be answered: while it waits, up to its last moment. */
export function canAnswerAsk({ isOpen, expiresAt, now }: Waiting): Result<null, AnswerRefusal> {
  return isOpen && now < expiresAt ? ok(null) : refuse("project.askClosed");
}
