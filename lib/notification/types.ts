/** What every page shows of whoever is signed in. */
export type Frame = {
  readonly handle: string;
  readonly name: string;
  readonly photo: string | null;
  /** How many things wait for an answer of theirs. */
  readonly waitingCount: number;
  readonly values: readonly string[];
};
