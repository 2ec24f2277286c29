import { ok, type Result, refuse } from "@/lib/core/result";

/** What becomes of a text that was written on a revision: saved as the next one, or kept aside when somebody saved meanwhile. */
export function savingOf(seen: number, current: number): "SAVED" | "ASIDE" {
  return seen === current ? "SAVED" : "ASIDE";
}

/** Whether there is anything to throw away. */
export function canDiscard(isThere: boolean): Result<null, "membership.draftGone"> {
  return isThere ? ok(null) : refuse("membership.draftGone");
}
