import type { NeedKind, Person } from "../types";

/** OPEN → ACCEPTED | DECLINED | WITHDRAWN | LAPSED. */
export type NeedAskState = "OPEN" | "ACCEPTED" | "DECLINED" | "WITHDRAWN" | "LAPSED";

/** Somebody who could cover a need, and why they of all people. */
export type Candidate = {
  readonly person: NonNullable<Person>;
  readonly headline: string;
  readonly locale: string;
  /** Theirs that answers the need: the one asked for, or one below it; and how well. */
  readonly competence: string;
  readonly level: number;
  /** Whether they live in the project's province. */
  readonly isNear: boolean;
  /** Whether they belong to an association that carries it, where whoever asks belongs too. */
  readonly isFellow: boolean;
};

/** A question of whoever leads the project, as they read it. */
export type SentAsk = {
  readonly id: string;
  readonly person: Person;
  readonly reason: string;
  readonly state: NeedAskState;
  readonly askedAt: string;
  readonly expiresAt: string;
};

/** The page of a need that waits for people, for whoever leads the project. */
export type CoverView = {
  readonly id: string;
  readonly title: string;
  readonly kind: NeedKind;
  readonly isCritical: boolean;
  readonly seats: number;
  readonly accepted: number;
  readonly competence: string | null;
  readonly due: string | null;
  readonly project: { readonly slug: string; readonly title: string; readonly place: string | null };
  readonly candidates: readonly Candidate[];
  readonly sent: readonly SentAsk[];
  /** Whether one more may be asked now. */
  readonly mayAsk: boolean;
};
