import { addDays, startOfDay } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";

/** An announcement this long before the day lets a commitment go without weight (rule K2). */
export const RELEASE_HOURS = 48;
/** Unresolved so long after its day, a commitment counts as missed (rule K2). */
export const MISSED_AFTER_DAYS = 14;

export type CommitmentState = "OPEN" | "KEPT" | "PARTLY" | "RELEASED" | "MISSED";
export type CloseRefusal = "contribution.notYours" | "contribution.commitmentClosed" | "contribution.needsConfirmation";

export type CloseFacts = {
  readonly isSubject: boolean;
  readonly state: CommitmentState;
  /** Contributions of theirs to the same project that somebody else confirmed. */
  readonly confirmedContributions: number;
};

/** Whether a commitment may be closed this way: by its subject alone; as kept only with another's confirmation (rule K1). */
export function canClose(facts: CloseFacts, to: "KEPT" | "PARTLY"): Result<null, CloseRefusal> {
  if (!facts.isSubject) return refuse("contribution.notYours");
  if (facts.state !== "OPEN") return refuse("contribution.commitmentClosed");
  if (to === "KEPT" && facts.confirmedContributions === 0) return refuse("contribution.needsConfirmation");
  return ok(null);
}

/** Whether leaving now is in time: 48 hours before the day begins in Italy, or no day was said (rule K2). */
export function isReleasedInTime(dueOn: string | null, now: Date): boolean {
  return dueOn === null || now <= addDays(startOfDay(dueOn), -RELEASE_HOURS / 24);
}
