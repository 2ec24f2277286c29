import type { PersonView } from "../types";

/** PENDING → TAKEN | DECLINED | WITHDRAWN | EXPIRED. */
export type LetterState = "PENDING" | "TAKEN" | "DECLINED" | "WITHDRAWN" | "EXPIRED";

/** How a letter reads to whoever wrote it: what its invitee did, never who they are before they are in. */
export type LetterOutcome = LetterState | "ACCEPTED";

export type SentLetter = {
  readonly id: string;
  /** Null once it is closed: then nothing of the address is kept. */
  readonly email: string | null;
  readonly reason: string;
  readonly outcome: LetterOutcome;
  /** Who came in by it. */
  readonly person: PersonView | null;
  readonly createdAt: string;
  readonly expiresAt: string;
};
