import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { isOver } from "../rules";
import type { ProjectState } from "../types";

/** After a «non ora» the same owner does not ask the same person again for so long (rule PT3). */
export const ASK_AGAIN_DAYS = 90;

export type HandoverRefusal =
  | "project.over"
  | "project.handoverOpen"
  | "project.notInTheProject"
  | "project.notActiveThereThey"
  | "project.askedTooSoon";

export type HandoverFacts = {
  readonly now: Date;
  readonly state: ProjectState;
  readonly hasOpenHandover: boolean;
  /** Whether the person asked sits in the project, and is not its owner. */
  readonly isParticipant: boolean;
  /** Whether they may own projects of this association: ACTIVE there and more than listening; true for personal projects. */
  readonly mayOwn: boolean;
  /** When the same person last said «non ora» to the same owner. */
  readonly lastRefusedAt: Date | null;
};

/** Whether the owner may ask this person to look after the project in their place (rules PJ7, PJ1, PT3). */
export function canAsk(facts: HandoverFacts): Result<null, HandoverRefusal> {
  if (isOver(facts.state)) return refuse("project.over");
  if (facts.hasOpenHandover) return refuse("project.handoverOpen");
  if (!facts.isParticipant) return refuse("project.notInTheProject", { field: "memberId" });
  if (!facts.mayOwn) return refuse("project.notActiveThereThey", { field: "memberId" });
  const again = facts.lastRefusedAt && addDays(facts.lastRefusedAt, ASK_AGAIN_DAYS);
  if (again && facts.now < again)
    return refuse("project.askedTooSoon", { field: "memberId", params: { again: again.getTime() } });
  return ok(null);
}

export type AnswerRefusal = "project.over" | "project.handoverClosed" | "project.notActiveThere";
export type AnswerFacts = { readonly state: ProjectState; readonly isOpen: boolean; readonly mayOwn: boolean };

/** Whether the person asked may take the project on now; saying no is always possible while the question stands (rule PT2). */
export function canAnswer(facts: AnswerFacts, answer: "ACCEPTED" | "REFUSED"): Result<null, AnswerRefusal> {
  if (!facts.isOpen) return refuse("project.handoverClosed");
  if (isOver(facts.state)) return refuse("project.over");
  if (answer === "ACCEPTED" && !facts.mayOwn) return refuse("project.notActiveThere");
  return ok(null);
}

export type AdoptRefusal = "project.over" | "project.ledBySomebody" | "project.notActiveThere";
export type AdoptFacts = {
  readonly state: ProjectState;
  /** Whether its owner still belongs to the association, in pause too: then it is theirs to hand over. */
  readonly isLed: boolean;
  readonly mayOwn: boolean;
};

/** Whether whoever answers for roles takes on a project whose owner has gone, so that nothing is stuck with nobody (rules M8, PJ7). */
export function canAdopt({ state, isLed, mayOwn }: AdoptFacts): Result<null, AdoptRefusal> {
  if (isOver(state)) return refuse("project.over");
  if (isLed) return refuse("project.ledBySomebody");
  return mayOwn ? ok(null) : refuse("project.notActiveThere");
}
