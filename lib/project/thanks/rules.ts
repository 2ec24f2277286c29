import { ok, type Result, refuse } from "@/lib/core/result";
import type { ProjectState } from "../types";

export type ThankRefusal =
  | "project.hadNoPart"
  | "project.thanksTooSoon"
  | "project.thanksToOneself"
  | "project.thanksToNobody"
  | "project.thankedAlready";

export type ThankFacts = {
  readonly state: ProjectState;
  readonly hadPart: boolean;
  readonly isToOneself: boolean;
  /** Whether whoever is thanked had a part in it; everybody had. */
  readonly hadPartToo: boolean;
  readonly isThanked: boolean;
};

/** Whether somebody may thank another, or everybody, under a result: both had a part in it, and one says it once (rule G6). */
export function canThank(facts: ThankFacts): Result<null, ThankRefusal> {
  if (!facts.hadPart) return refuse("project.hadNoPart");
  if (facts.state !== "COMPLETED") return refuse("project.thanksTooSoon");
  if (facts.isToOneself) return refuse("project.thanksToOneself", { field: "memberId" });
  if (!facts.hadPartToo) return refuse("project.thanksToNobody", { field: "memberId" });
  if (facts.isThanked) return refuse("project.thankedAlready", { field: "memberId" });
  return ok(null);
}
