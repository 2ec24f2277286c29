import type { Ends, Place } from "../place/types";

/** What a visitor may know of an association at a glance. */
export type FrontAssociation = Place & {
  readonly places: readonly string[];
  readonly counts: Ends;
  /** Titles of needs with a free seat in its projects. */
  readonly wanted: readonly string[];
};

/** The latest turn of a project that everybody may see. */
export type FrontDeed = {
  readonly project: Place;
  readonly association: Pick<Place, "slug" | "name"> | null;
  readonly turn: "concluded" | "started" | "proposed";
  readonly at: string;
  readonly covered: number;
};

/** The first page of the site: only what everybody may see, and only what is there. */
export type FrontView = {
  /** Values of the associations here, the first of each charter first: the floor is laid with them. */
  readonly values: readonly string[];
  readonly associationCount: number;
  readonly associations: readonly FrontAssociation[];
  readonly deeds: readonly FrontDeed[];
};

/** Last parts of public addresses, by sort. */
export type PublicNames = {
  readonly associations: readonly string[];
  readonly projects: readonly string[];
  /** Of those projects, the ones whose result is published. */
  readonly results: readonly string[];
  readonly people: readonly string[];
};
