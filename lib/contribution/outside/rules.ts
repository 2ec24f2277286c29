import { addDays, dateOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { type ActRefusal, canAct } from "@/lib/membership/standing/rules";
import type { Limits, Standing } from "@/lib/membership/standing/types";

/** How far back a day may lie: as long as an association may let its members catch up. */
export const DONE_DAYS_BACK = 90;

type Word = Limits & Pick<Standing, "responsibilities">;

/** Whether somebody says what was done to an association: any member who takes part, or only those who answer for EDIT, as its charter has it. */
export function canWitness(standing: Word, confirmers: "ANY_MEMBER" | "STEWARDS"): boolean {
  return (
    canAct(standing, "TAKE_PART").ok && (confirmers === "ANY_MEMBER" || standing.responsibilities.includes("EDIT"))
  );
}

export type DeclareOutsideRefusal =
  | ActRefusal
  | "contribution.inFuture"
  | "contribution.beforeJoining"
  | "contribution.tooLongAgo"
  | "contribution.noSuchValue";

export type DeclareOutsideFacts = {
  readonly standing: Word;
  /** Days as «2026-11-21». */
  readonly today: string;
  readonly joinedOn: string;
  /** Words of the values of the charter in force. */
  readonly values: readonly string[];
};

type Said = { readonly doneOn: string; readonly value: string | null };

/** Whether a member may record what they did for their association on that day, for that value of its charter (promise P44). */
export function canDeclareOutside(
  { standing, today, joinedOn, values }: DeclareOutsideFacts,
  { doneOn, value }: Said,
): Result<null, DeclareOutsideRefusal> {
  const act = canAct(standing, "TAKE_PART");
  if (!act.ok) return act;
  if (doneOn > today) return refuse("contribution.inFuture", { field: "doneOn" });
  if (doneOn < joinedOn) return refuse("contribution.beforeJoining", { field: "doneOn" });
  if (doneOn < earliestDoneOn(today))
    return refuse("contribution.tooLongAgo", { field: "doneOn", params: { days: DONE_DAYS_BACK } });
  return value === null || values.includes(value) ? ok(null) : refuse("contribution.noSuchValue", { field: "value" });
}

/** The first day a contribution may still be recorded for. */
export function earliestDoneOn(today: string): string {
  return addDays(dateOf(today), -DONE_DAYS_BACK).toISOString().slice(0, 10);
}
