import type { Brings, NeedKind, OfferState, Person, ProjectState } from "../types";

/** An offer as its giver and the owner read it. */
export type OfferView = {
  readonly id: string;
  readonly person: Person;
  readonly brings: Brings;
  /** Slug of the competence named, when that is what comes in. */
  readonly competence: string | null;
  readonly contact: string;
  readonly message: string;
  readonly minutes: number | null;
  /** Last day they said they are in for; null until the project ends. */
  readonly untilOn: string | null;
  readonly state: OfferState;
  readonly offeredAt: string;
};

/** The page on which one offers to a need. */
export type NeedView = {
  readonly id: string;
  readonly title: string;
  readonly kind: NeedKind;
  readonly isCritical: boolean;
  readonly seats: number;
  readonly accepted: number;
  readonly competence: string | null;
  readonly due: string | null;
  readonly minutes: number | null;
  readonly project: {
    readonly slug: string;
    readonly title: string;
    readonly purpose: string;
    readonly state: ProjectState;
    readonly locale: string;
  };
  /** Slugs of the competences on the viewer's profile. */
  readonly competences: readonly string[];
  /** The viewer's newest offer to this need. */
  readonly own: (OfferView & { readonly closedAt: string | null }) | null;
  /** After a «non ora», when one may ask again (rule PT3). */
  readonly againFrom: string | null;
  readonly mayOffer: boolean;
  /** Whoever leads the project asks the viewer of all people to cover it, and waits for an answer until then. */
  readonly ask: {
    readonly id: string;
    readonly reason: string;
    readonly person: Person;
    readonly expiresAt: string;
  } | null;
};

/** How the owner's «sì» ended. */
export type Acceptance = { readonly state: "ACCEPTED" | "QUEUED"; readonly slug: string; readonly name: string };
