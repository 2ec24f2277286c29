import type { AssociationRef, AssociationState, EntryMode } from "../types";

/** What an address of the list asks for. */
export type Filters = {
  readonly q: string;
  /** A value of the shared vocabulary. */
  readonly value: string | null;
  /** A region, by slug. */
  readonly region: string | null;
  readonly entry: EntryMode | null;
  readonly after: string | null;
};

export type AssociationCard = AssociationRef & {
  readonly tagline: string;
  readonly locale: string;
  readonly state: AssociationState;
  readonly entry: EntryMode;
  readonly places: readonly string[];
  /** Null under five (rule PV5). */
  readonly memberCount: number | null;
};

export type AssociationsPage = {
  readonly total: number;
  readonly items: readonly AssociationCard[];
  readonly nextCursor: string | null;
};
