import { daysBetween } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { MembershipState } from "../types";

/** How long one may be away, and how far back one may say so afterwards: for who could not say it then. */
export const ABSENCE_DAYS_MAX = 180;
export const ABSENCE_DAYS_BACK = 31;

export type AbsenceRefusal =
  | "membership.notMember"
  | "membership.absenceBackwards"
  | "membership.absenceTooLong"
  | "membership.absenceTooLongAgo"
  | "membership.absenceOverlaps";

export type AbsenceFacts = {
  readonly state: MembershipState;
  readonly today: string;
  /** Absences that stand. */
  readonly others: readonly Days[];
};

type Days = { readonly fromOn: string; readonly untilOn: string };

/** Whether a member says they are away on these days. Nobody asks why, and nobody answers: it takes effect at once. */
export function canBeAway(
  { state, today, others }: AbsenceFacts,
  { fromOn, untilOn }: Days,
): Result<null, AbsenceRefusal> {
  if (state !== "ACTIVE" && state !== "PAUSED") return refuse("membership.notMember");
  if (untilOn < fromOn) return refuse("membership.absenceBackwards", { field: "untilOn" });
  if (daysBetween(fromOn, untilOn) >= ABSENCE_DAYS_MAX)
    return refuse("membership.absenceTooLong", { field: "untilOn", params: { days: ABSENCE_DAYS_MAX } });
  if (daysBetween(fromOn, today) > ABSENCE_DAYS_BACK)
    return refuse("membership.absenceTooLongAgo", { field: "fromOn", params: { days: ABSENCE_DAYS_BACK } });
  const overlaps = others.some((other) => other.fromOn <= untilOn && fromOn <= other.untilOn);
  return overlaps ? refuse("membership.absenceOverlaps", { field: "fromOn" }) : ok(null);
}
