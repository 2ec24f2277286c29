import type { Person } from "../types";
import type { WorkView } from "../work/types";

export type MeetingLine = {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** The day and the hours in Italy, as the form takes them. */
  readonly on: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly link: string | null;
  readonly isCancelled: boolean;
  readonly isOver: boolean;
  readonly calledBy: Person;
  /** Whether whoever looks may change and cancel it. */
  readonly isTheirs: boolean;
  /** Who comes. */
  readonly coming: readonly Person[];
  /** Who said «non ora»: for whoever called it alone, empty for others (rule PT3). */
  readonly notNow: readonly Person[];
  /** The own answer; null without. */
  readonly mine: boolean | null;
};

export type MeetingsView = WorkView & { readonly meetings: readonly MeetingLine[] };
