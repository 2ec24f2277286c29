/** What is known of a member's silence in one association (rule M12). */
export type Silence = {
  /** Their last sign of life there: coming in or back, a statement, an act, a vote, the end of an absence; for who only listens, a visit. */
  readonly lastSignAt: Date;
  /** When they were told of this silence; null when they were not. */
  readonly noticedAt: Date | null;
};

export type SilenceStep = "NOTICE" | "PAUSE";
