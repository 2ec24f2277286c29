import type { AssociationRef, Period } from "@/lib/association/types";
import type { ParticipationKind } from "../papers/types";
import type { Responsibility, Role } from "../role/types";
import type { PersonView } from "../types";

/** How somebody takes part, as fellow members read it. */
export type PledgeLine = {
  readonly kinds: readonly ParticipationKind[];
  readonly isListening: boolean;
  readonly minutesPerPeriod: number | null;
  readonly period: Period | null;
  readonly untilOn: string;
  readonly statement: string;
};

export type RosterLine = {
  readonly person: PersonView;
  readonly roles: readonly Role[];
  /** Names of roles of the association's own. */
  readonly ownRoles: readonly string[];
  readonly isPaused: boolean;
  readonly since: string;
  readonly pledge: PledgeLine | null;
};

export type Roster = {
  readonly association: AssociationRef;
  /** What whoever looks answers for there. */
  readonly holds: readonly Responsibility[];
  readonly total: number;
  readonly items: readonly RosterLine[];
  readonly nextCursor: string | null;
};

/** Members on the public page: as many as fit, roles first. */
export type RosterGlimpse = {
  readonly items: readonly { readonly person: PersonView; readonly roles: readonly Role[] }[];
  /** How many more, for fellow members; null for whoever may not count them. */
  readonly more: number | null;
};
