import { addDays, dateOf, dayOf } from "@/lib/core/duration";
import { CHARTER_GRACE_DAYS } from "../standing/rules";
import type { Stage, WaitingCharter } from "./types";

/** When a material charter nobody accepted puts a member in pause: sixty days after everything but reading stopped (rule M11). */
export const CHARTER_PAUSE_DAYS = CHARTER_GRACE_DAYS + 60;
/** How long before each of the two dates a member is reminded. */
const NOTICE_DAYS = 7;
/** How long before a charter is looked at again its editors are reminded. */
const REVIEW_NOTICE_DAYS = 30;

type Version = {
  readonly id: string;
  readonly version: number;
  readonly isMaterial: boolean;
  readonly publishedAt: Date;
};

/** The oldest material version that waits for somebody's word; its days are the ones that count. Null when none does. */
export function waitingVersion<V extends Omit<Version, "id">>(charters: readonly V[], accepted: number): V | null {
  const open = charters.filter(({ version, isMaterial }) => isMaterial && version > accepted);
  return open.reduce<V | null>((first, one) => (first && first.version < one.version ? first : one), null);
}

/**
 * How far a version that waits has come with somebody (rule M11). Days are of twenty-four hours from its publication, whatever
 * clocks do meanwhile: both bounds belong to what follows them.
 */
export function stageOf(publishedAt: Date, now: Date): Stage {
  if (now >= addDays(publishedAt, CHARTER_PAUSE_DAYS)) return "PAUSE";
  if (now >= addDays(publishedAt, CHARTER_PAUSE_DAYS - NOTICE_DAYS)) return "PAUSE_SOON";
  if (now >= addDays(publishedAt, CHARTER_GRACE_DAYS)) return "OVERDUE";
  return now >= addDays(publishedAt, CHARTER_GRACE_DAYS - NOTICE_DAYS) ? "DUE_SOON" : "OPEN";
}

/** The newest publication about which something is to be done by now, where somebody has not accepted it. */
export function dueSince(now: Date): Date {
  return addDays(now, NOTICE_DAYS - CHARTER_GRACE_DAYS);
}

/** How far the day of review of a charter is: soon thirty days before, due on the day itself and after. */
export function reviewStageOf(reviewOn: string, today: string): "FAR" | "SOON" | "DUE" {
  if (today >= reviewOn) return "DUE";
  return today >= dayOf(addDays(dateOf(reviewOn), -REVIEW_NOTICE_DAYS), "UTC") ? "SOON" : "FAR";
}

/** A version that waits, with the days it gives, as pages say them. */
export function daysOf({ version, publishedAt }: Omit<Version, "id" | "isMaterial">, now: Date): WaitingCharter {
  return {
    ...{ version, publishedAt: publishedAt.toISOString(), stage: stageOf(publishedAt, now) },
    overdueAt: addDays(publishedAt, CHARTER_GRACE_DAYS).toISOString(),
    pauseAt: addDays(publishedAt, CHARTER_PAUSE_DAYS).toISOString(),
  };
}
