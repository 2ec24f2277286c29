/**
 * What somebody is reminded of, once about each day: a statement's end near, very near, passed; a pause's end; a long silence;
 * a period's end near, a period past its grace with something missing.
 */
export type ReminderKind =
  | "STATEMENT_MONTH"
  | "STATEMENT_WEEK"
  | "STATEMENT_OVER"
  | "PAUSE_OVER"
  | "SILENCE"
  | "PERIOD_ENDING"
  | "FELL_BEHIND";

export type StatementReminder = Extract<ReminderKind, `STATEMENT_${string}`>;
