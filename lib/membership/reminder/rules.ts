import { addDays, daysBetween } from "@/lib/core/duration";
import type { StatementReminder } from "./types";

/** How long before a statement ends its owner hears of it: in time to talk about it, and in time to do it (rule PT1). */
export const STATEMENT_MONTH_DAYS = 30;
export const STATEMENT_WEEK_DAYS = 7;

type Statement = {
  /** Last day, as «2027-06-30». */
  readonly untilOn: string;
  /** The day it was given. */
  readonly givenOn: string;
};

/**
 * What a member is reminded of today about a statement, if anything (rule PT1). Whoever said so lately that the day was
 * already near is spared that reminder; one that was missed gives way to the next.
 */
export function statementReminder({ untilOn, givenOn }: Statement, today: string): StatementReminder | null {
  const left = daysBetween(today, untilOn);
  if (left < 0) return "STATEMENT_OVER";
  const given = daysBetween(givenOn, untilOn);
  if (left <= STATEMENT_WEEK_DAYS) return given > STATEMENT_WEEK_DAYS ? "STATEMENT_WEEK" : null;
  return left <= STATEMENT_MONTH_DAYS && given > STATEMENT_MONTH_DAYS ? "STATEMENT_MONTH" : null;
}

/** When members are called again to look after an association nobody looks after, counted from its custody (rule M7). */
export const CUSTODY_CALL_DAYS = [7, 14] as const;

/** How many of the calls after the first are due by now. */
export function custodyCallsDue(custodySince: Date, now: Date): number {
  return CUSTODY_CALL_DAYS.filter((days) => now >= addDays(custodySince, days)).length;
}
