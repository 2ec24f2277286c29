import type { ParticipationKind, Period } from "@/lib/association/types";

export { PARTICIPATION_KINDS, type ParticipationKind } from "@/lib/association/types";

/** «mio», «lo faccio mio», «non è mio». */
export const STANCES = ["SHARED", "ADOPTED", "NOT_MINE"] as const;
export type Stance = (typeof STANCES)[number];

/** How somebody will take part (rule PT1): kinds and how much, or listening only; until when. */
export type Statement = {
  readonly kinds: readonly ParticipationKind[];
  /** «Solo ascolto»: no quantity, no vote, no role. */
  readonly isListening: boolean;
  readonly minutesPerPeriod: number | null;
  readonly period: Period | null;
  /** Last day it stands, as «2027-06-30». */
  readonly untilOn: string;
  /** In one's own words. */
  readonly statement: string;
};

export type StanceTaken = { readonly valueId: string; readonly stance: Stance; readonly note: string };
export type Answer = { readonly questionId: string; readonly text: string };

/** What somebody hands in at a door. */
export type Papers = Statement & {
  /** Hash of the charter as it was shown (rule M5). */
  readonly charterHash: string;
  readonly stances: readonly StanceTaken[];
  readonly answers: readonly Answer[];
};

/** What the papers are held against: the charter in force and the questions asked. */
export type Terms = {
  readonly charterHash: string;
  readonly valueIds: readonly string[];
  readonly questions: readonly { readonly id: string; readonly isRequired: boolean }[];
  readonly minMinutes: number | null;
  readonly minPeriod: Period | null;
};

/** How an association decides when papers are handed in to it: it holds for them to the end (rule R5). */
export type Thresholds = {
  /** How many must agree before somebody is admitted (rule M6). */
  readonly decidersRequired: number;
  /** After a decline, in how many days one may ask again (rule M4). */
  readonly reapplyCooldownDays: number;
  /** How many members must say a word for the applicant. */
  readonly sponsorsRequired: number;
};
