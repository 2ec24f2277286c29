import type { CommitmentState } from "../commitment/rules";

/** One closed commitment behind the counts. */
export type RecordLine = {
  readonly id: string;
  readonly text: string;
  readonly locale: string;
  readonly state: Exclude<CommitmentState, "OPEN">;
  readonly closedOn: string;
  /** Its subject's words. */
  readonly note: string;
};

/** How the commitments of somebody ended in twelve months, with the list behind (rule T1). */
export type SaidDoneRecord = {
  readonly kept: number;
  readonly partly: number;
  readonly released: number;
  readonly missed: number;
  readonly lines: readonly RecordLine[];
};
