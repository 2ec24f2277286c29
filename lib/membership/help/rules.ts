import { ok, type Result, refuse } from "@/lib/core/result";
import type { MembershipState } from "../types";

export type HelpRefusal = "membership.notMember" | "membership.helpAskedAlready";

/** Whether a member asks those who look after the association for a hand: in pause too, one thing at a time. */
export function canAskHelp(state: MembershipState, hasOpen: boolean): Result<null, HelpRefusal> {
  if (state !== "ACTIVE" && state !== "PAUSED") return refuse("membership.notMember");
  return hasOpen ? refuse("membership.helpAskedAlready") : ok(null);
}

export type HelpCloseRefusal = "common.notFound" | "membership.helpOver";

/** Whether an asking is closed: by whoever asked, or whoever answers for GRANT; nobody else knows of it (rule A2). */
export function canCloseHelp(facts: {
  isOwn: boolean;
  isAnswering: boolean;
  isOpen: boolean;
}): Result<null, HelpCloseRefusal> {
  if (!facts.isOwn && !facts.isAnswering) return refuse("common.notFound");
  return facts.isOpen ? ok(null) : refuse("membership.helpOver");
}
