/** OPEN → DUE_SOON → OVERDUE (nothing but reading, M11) → PAUSE_SOON → PAUSE. */
export type Stage = "OPEN" | "DUE_SOON" | "OVERDUE" | "PAUSE_SOON" | "PAUSE";

/** What waits for somebody's word, and until when. */
export type WaitingCharter = {
  readonly version: number;
  readonly publishedAt: string;
  readonly stage: Stage;
  /** From when they may only read, and from when they are in pause. */
  readonly overdueAt: string;
  readonly pauseAt: string;
};
