import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { ProjectState } from "../types";

/** After a «non ora» the same owner does not ask the same person into the same idea for so long (rule PT3). */
export const ASK_AGAIN_DAYS = 90;
/** How many invitations of one idea wait at once: people are asked one by one (promise P52). */
export const ASKINGS_OPEN_MAX = 12;

export type InviteRefusal =
  | "project.notAnIdea"
  | "project.askedAlready"
  | "project.theyAreIn"
  | "project.askedTooSoon"
  | "project.askedEnough";
export type InviteFacts = {
  readonly now: Date;
  readonly state: ProjectState;
  readonly isIn: boolean;
  readonly isAsked: boolean;
  readonly openCount: number;
  /** When the same person last said «non ora» to the same owner about this idea. */
  readonly lastDeclinedAt: Date | null;
};

/** Whether the owner asks this person to dream the idea too (rules PT2, PT3). */
export function canInvite(facts: InviteFacts): Result<null, InviteRefusal> {
  if (facts.state !== "IDEA") return refuse("project.notAnIdea");
  if (facts.isIn) return refuse("project.theyAreIn", { field: "whom" });
  if (facts.isAsked) return refuse("project.askedAlready", { field: "whom" });
  const again = facts.lastDeclinedAt && addDays(facts.lastDeclinedAt, ASK_AGAIN_DAYS);
  if (again && facts.now < again)
    return refuse("project.askedTooSoon", { field: "whom", params: { again: again.getTime() } });
  return facts.openCount >= ASKINGS_OPEN_MAX
    ? refuse("project.askedEnough", { params: { max: ASKINGS_OPEN_MAX } })
    : ok(null);
}
