import type { AssociationRef, Period } from "@/lib/association/types";
import type { ParticipationKind } from "../papers/types";
import type { Bar } from "../standing/types";

/** Days as «2026-11-21», both included. */
export type Span = { readonly startsOn: string; readonly endsOn: string };

/** What one version of a charter asks of each period; minutes, deeds, or both. Nothing while minPeriod is null. */
export type Ruling = {
  readonly version: number;
  readonly isMaterial: boolean;
  readonly publishedOn: string;
  readonly minMinutes: number | null;
  readonly minDeeds: number | null;
  readonly minPeriod: Period | null;
  /** Kinds that count; empty for all. */
  readonly countedKinds: readonly ParticipationKind[];
  readonly graceDays: number;
};

/** When a member gave their word, on which version, and whether to listen only. */
export type Word = { readonly acceptedOn: string; readonly version: number; readonly isListening: boolean };

/** A contribution that counts: confirmed by somebody else, not reversed. */
export type Given = {
  readonly id: string;
  readonly title: string;
  readonly doneOn: string;
  readonly kind: ParticipationKind;
  /** Null for a deed without hours. */
  readonly minutes: number | null;
};

/** All that a member's account is drawn from. */
export type AccountFacts = {
  readonly today: string;
  /** The last time they came in. */
  readonly joinedOn: string;
  /** Oldest version first. */
  readonly rulings: readonly Ruling[];
  /** Oldest first. */
  readonly words: readonly Word[];
  /** Pauses and absences: nothing is asked on these days. An open end lies far ahead. */
  readonly idle: readonly Span[];
  readonly given: readonly Given[];
};

export type Amount = { readonly minutes: number; readonly deeds: number };

/** What of one contribution went to a period. */
export type Share = Amount & { readonly id: string; readonly title: string; readonly doneOn: string };

/**
 * RUNNING: not over · MET: nothing missing · OPEN: over, still within its grace · SHORT: past its grace, the newest such, so
 * it is what is asked now · LET_GO: missing for good, as a later one took its place.
 */
export type PeriodState = "RUNNING" | "MET" | "OPEN" | "SHORT" | "LET_GO";

/** One period of a member, as counted. */
export type PeriodAccount = Span & {
  readonly state: PeriodState;
  readonly period: Period;
  readonly version: number;
  /** What the charter asks of a whole one. */
  readonly asked: Amount;
  /** Days of the whole period, and those on which something was asked of this member. */
  readonly days: number;
  readonly countedDays: number;
  readonly owed: Amount;
  readonly missing: Amount;
  /** Last day for catching up. */
  readonly graceEndsOn: string;
  readonly shares: readonly Share[];
};

/** Where a member stands with the contribution rule: newest period first. */
export type Account = {
  readonly periods: readonly PeriodAccount[];
  /** First day they are behind; null while in step. */
  readonly behindOn: string | null;
};

/** What one did in a month: confirmed contributions. */
export type Month = { readonly month: string; readonly deeds: number; readonly minutes: number };

/** A stretch of days one is away; open ones can be ended. */
export type AbsenceLine = { readonly id: string; readonly fromOn: string; readonly untilOn: string };

/** One's own page on the contribution rule: nobody else's. */
export type AccountView = {
  readonly association: AssociationRef;
  readonly state: "ACTIVE" | "PAUSED";
  readonly isListening: boolean;
  readonly account: Account;
  /** What the association withholds from whoever is behind. */
  readonly bars: readonly Bar[];
  /** Absences that are not over. */
  readonly absences: readonly AbsenceLine[];
  readonly help: { readonly id: string; readonly text: string; readonly askedAt: string } | null;
  /** The last twelve months, newest first; those without anything too. */
  readonly months: readonly Month[];
  /** Whether something of theirs was confirmed in the last ninety days: practising, and not only enrolled (promise P76). */
  readonly isPractising: boolean;
};
