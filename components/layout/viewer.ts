/** What the frame of the page shows of whoever is looking; null when nobody is signed in. */
export type FrameViewer = {
  readonly handle: string;
  readonly name: string;
  /** Things that wait for an answer of theirs. */
  readonly waitingCount: number;
  readonly values?: readonly string[] | undefined;
  readonly photo?: string | null | undefined;
} | null;
