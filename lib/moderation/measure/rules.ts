import { ok, type Result, refuse } from "@/lib/core/result";
import { holdsAll } from "@/lib/membership/role/rules";
import type { Responsibility } from "@/lib/membership/role/types";
import { MEASURES, type MeasureKind, type ReportAbout } from "../report/types";

/** The longest a measure puts a role in pause, in days. */
export const PAUSE_DAYS_MAX = 90;

type Choosing = {
  readonly about: ReportAbout;
  /** Whether the author holds a role there. */
  readonly hasRole: boolean;
  /** What was decided in the first place; null before. */
  readonly first: MeasureKind | null;
};

const WORDS: readonly MeasureKind[] = ["NONE", "NOTE", "WARNING"];
const PLACE = (kind: MeasureKind) => MEASURES.indexOf(kind);

/**
 * What may be decided (rule MO4), the gentlest first: what was written is hidden where something was, a role paused where one is
 * held. On appeal the same as before or something gentler, never worse.
 */
export function measuresFor({ about, hasRole, first }: Choosing): readonly MeasureKind[] {
  if (first) return MEASURES.filter((kind) => kind === first || (WORDS.includes(kind) && PLACE(kind) < PLACE(first)));
  const isWritten = about === "PROJECT" || about === "CONTRIBUTION";
  return MEASURES.filter((kind) => (kind === "HIDE" ? isWritten : kind === "PAUSE" ? hasRole : true));
}

export type TakingRefusal =
  | "moderation.notThisMeasure"
  | "moderation.whichRole"
  | "moderation.howLong"
  | "moderation.beyondOwn"
  | "moderation.lastCustodian";

type Taking = Choosing & {
  readonly kind: MeasureKind;
  readonly deciderHolds: readonly Responsibility[];
  /** What the role to pause answers for; null when none of the author's was chosen. */
  readonly bundle: readonly Responsibility[] | null;
  readonly days: number | null;
  /** How many besides the author answer for CUSTODY now. */
  readonly otherCustodians: number;
};

/**
 * Whether a measure is taken. A role is paused by whoever holds all it answers for (rule R2), for a stated number of days, and
 * never the last that looks after the association (R3). On appeal a pause stays as it was.
 */
export function canTake(facts: Taking): Result<null, TakingRefusal> {
  const { kind, first, bundle, days, deciderHolds, otherCustodians } = facts;
  if (!measuresFor(facts).includes(kind)) return refuse("moderation.notThisMeasure", { field: "kind" });
  if (kind !== "PAUSE" || first) return ok(null);
  if (!bundle) return refuse("moderation.whichRole", { field: "roleGrantId" });
  if (days === null) return refuse("moderation.howLong", { field: "days" });
  if (!holdsAll(deciderHolds, bundle)) return refuse("moderation.beyondOwn", { field: "roleGrantId" });
  return bundle.includes("CUSTODY") && otherCustodians === 0
    ? refuse("moderation.lastCustodian", { field: "roleGrantId" })
    : ok(null);
}
