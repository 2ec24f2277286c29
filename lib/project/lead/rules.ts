import { ok, type Result, refuse } from "@/lib/core/result";
import type { CoHostingState } from "../cohosting/types";
import { isOver } from "../rules";
import type { ProjectState } from "../types";

export type OfferLeadRefusal = "project.over" | "project.leadNobody" | "project.leadOffered";

/** Whether the lead may be held out to the co-hosts now: there are some, and it is not yet. */
export function canOfferLead(facts: {
  readonly state: ProjectState;
  readonly coHosts: number;
  readonly isOffered: boolean;
}): Result<null, OfferLeadRefusal> {
  if (isOver(facts.state)) return refuse("project.over");
  if (facts.coHosts === 0) return refuse("project.leadNobody");
  return facts.isOffered ? refuse("project.leadOffered") : ok(null);
}

export type TakeLeadRefusal = "project.over" | "project.coHostClosed" | "project.leadTaken" | "project.notActiveThere";

export type TakeLeadFacts = {
  readonly state: ProjectState;
  readonly carrying: CoHostingState;
  readonly isOffered: boolean;
  /** Whether nobody answers for the lead any more: the association is in custody and the project's owner has gone. */
  readonly isAbandoned: boolean;
  /** Whether the owner may go on owning it where it then lives. */
  readonly ownerStays: boolean;
  /** Whether whoever takes it for the association may own projects there; they do when the owner does not stay (ADR 0030). */
  readonly mayOwn: boolean;
};

/** Whether a co-host may take the lead now: the first to do so has it. */
export function canTakeLead(facts: TakeLeadFacts): Result<null, TakeLeadRefusal> {
  if (isOver(facts.state)) return refuse("project.over");
  if (facts.carrying !== "CARRYING") return refuse("project.coHostClosed");
  if (!facts.isOffered && !facts.isAbandoned) return refuse("project.leadTaken");
  return facts.ownerStays || facts.mayOwn ? ok(null) : refuse("project.notActiveThere");
}
