import type { AssociationRef } from "@/lib/association/types";
import type { Responsibility } from "../role/types";
import type { PersonView } from "../types";

/** Who asked for a hand, and for what. */
export type AskingLine = {
  readonly id: string;
  readonly person: PersonView;
  readonly text: string;
  readonly askedAt: string;
};

/** Somebody and since when, or until when; nothing to compare them by. */
export type CareLine = { readonly person: PersonView; readonly at: string | null };

/** Who may need a hand, by what kind; by name within. */
export type CareView = {
  readonly association: AssociationRef;
  readonly holds: readonly Responsibility[];
  readonly askings: readonly AskingLine[];
  readonly behind: readonly CareLine[];
  /** In pause until a day that is near or past. */
  readonly returning: readonly CareLine[];
  /** Away today, without why. */
  readonly away: readonly CareLine[];
  /** Enrolled for three months or more, of whom nothing was confirmed in that time. */
  readonly quiet: readonly CareLine[];
};
