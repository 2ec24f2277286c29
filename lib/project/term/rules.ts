import { addMonths } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { isOver } from "../rules";
import type { OfferState, ProjectState } from "../types";

/** Nobody binds themselves for longer than this at a time (rule PT1's measure). */
export const TERM_MONTHS_MAX = 12;

export type TermRefusal = "project.untilPast" | "project.untilTooFar";

/** Whether somebody may say this day as the last of their seat; null is until the project ends. Days as «2027-01-20». */
export function canStayUntil(until: string | null, today: string): Result<null, TermRefusal> {
  if (until === null) return ok(null);
  if (until <= today) return refuse("project.untilPast", { field: "until" });
  return until > addMonths(today, TERM_MONTHS_MAX)
    ? refuse("project.untilTooFar", { field: "until", params: { max: TERM_MONTHS_MAX } })
    : ok(null);
}

export type RenewRefusal =
  | TermRefusal
  | "project.offerClosed"
  | "project.noLastDay"
  | "project.notLater"
  | "project.over";
export type RenewFacts = {
  readonly state: OfferState;
  readonly projectState: ProjectState;
  readonly untilOn: string | null;
  readonly today: string;
};

/** Whether whoever sits there says a later last day now: before theirs has gone by (rules K1, PT1). */
export function canRenew(
  { state, projectState, untilOn, today }: RenewFacts,
  until: string,
): Result<null, RenewRefusal> {
  if (isOver(projectState)) return refuse("project.over");
  if (state !== "ACCEPTED") return refuse("project.offerClosed");
  if (untilOn === null) return refuse("project.noLastDay");
  if (untilOn < today) return refuse("project.offerClosed");
  if (until <= untilOn) return refuse("project.notLater", { field: "until" });
  return canStayUntil(until, today);
}
