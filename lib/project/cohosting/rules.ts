import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { isOver } from "../rules";
import type { ProjectState } from "../types";
import type { CoHostingState } from "./types";

/** After a «non ora» the same association is not asked about the same project for so long (rule PT3). */
export const ASK_AGAIN_DAYS = 90;
/** How many may carry a project with its lead, those asked included. */
export const CO_HOSTS_MAX = 8;

export type AskCoHostRefusal =
  | "project.over"
  | "project.coHostIdea"
  | "project.coHostPersonal"
  | "project.coHostUnknown"
  | "project.coHostAmbiguous"
  | "project.coHostCarries"
  | "project.coHostAsked"
  | "project.coHostTooMany"
  | "project.coHostTooSoon";

export type AskCoHostFacts = {
  readonly now: Date;
  readonly state: ProjectState;
  readonly hasAssociation: boolean;
  /** Co-hosts and those asked. */
  readonly open: number;
  /** How many associations go by what was typed. */
  readonly named: number;
  readonly isLead: boolean;
  readonly openState: "ASKED" | "CARRYING" | null;
  readonly lastNotNowAt: Date | null;
};

const field = "association";

/** Whether the owner may ask one more association at all, before reading which. */
export function canAskAnother({
  state,
  hasAssociation,
  open,
}: Pick<AskCoHostFacts, "state" | "hasAssociation" | "open">): Result<null, AskCoHostRefusal> {
  if (isOver(state)) return refuse("project.over");
  if (state === "IDEA") return refuse("project.coHostIdea");
  if (!hasAssociation) return refuse("project.coHostPersonal");
  return open >= CO_HOSTS_MAX ? refuse("project.coHostTooMany", { params: { max: CO_HOSTS_MAX } }) : ok(null);
}

/** Whether the owner may ask this association to carry the project with theirs (rules PT2, PT3). */
export function canAskCoHost(facts: AskCoHostFacts): Result<null, AskCoHostRefusal> {
  const another = canAskAnother(facts);
  if (!another.ok) return another;
  if (facts.named === 0) return refuse("project.coHostUnknown", { field });
  if (facts.named > 1) return refuse("project.coHostAmbiguous", { field });
  if (facts.isLead || facts.openState === "CARRYING") return refuse("project.coHostCarries", { field });
  if (facts.openState === "ASKED") return refuse("project.coHostAsked", { field });
  const again = facts.lastNotNowAt && addDays(facts.lastNotNowAt, ASK_AGAIN_DAYS);
  if (again && facts.now < again) return refuse("project.coHostTooSoon", { field, params: { again: again.getTime() } });
  return ok(null);
}

export type AnswerCoHostRefusal = "project.over" | "project.coHostClosed";

/** Whether the asking still waits for this answer; saying no is always possible while it stands (rule PT2). */
export function canAnswerCoHost(
  { asked, state }: { asked: CoHostingState; state: ProjectState },
  answer: "CARRYING" | "NOT_NOW",
): Result<null, AnswerCoHostRefusal> {
  if (asked !== "ASKED") return refuse("project.coHostClosed");
  return answer === "CARRYING" && isOver(state) ? refuse("project.over") : ok(null);
}

export type PartRefusal = "project.over" | "project.coHostClosed";

/** Whether a co-host may still go, or be let go: what has ended it has carried for good. */
export function canPart({
  carrying,
  state,
}: {
  carrying: CoHostingState;
  state: ProjectState;
}): Result<null, PartRefusal> {
  if (carrying !== "CARRYING") return refuse("project.coHostClosed");
  return isOver(state) ? refuse("project.over") : ok(null);
}
