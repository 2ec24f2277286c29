import type { Brings, Person } from "../types";

/** Somebody who dreams the idea too, as those who may see it read of them. */
export type DreamerLine = {
  readonly id: string;
  readonly person: Person;
  /** Whether they lead it by now. */
  readonly isLead: boolean;
  readonly brings: Brings;
  /** Slug of the competence named, when that is what they bring. */
  readonly competence: string | null;
  /** Empty for visitors, and once the idea is a proposal. */
  readonly contact: string;
  readonly message: string;
  readonly joinedAt: string;
};

/** What whoever looks is in the idea, and what it asks of them. */
export type DreamPart = {
  readonly isIn: boolean;
  /** Why they are asked, and by whom; null when they are not. */
  readonly invitation: { readonly reason: string; readonly person: Person } | null;
  /** The seat that what they bring fits, to say yes or «non ora» to; null when none is asked. */
  readonly seat: { readonly title: string; readonly isFull: boolean } | null;
};

/** Where a project comes from: null for what never was an idea. */
export type Dream = {
  readonly peopleNeeded: number;
  /** Who opened it. */
  readonly opener: Person;
  readonly openedAt: string;
  /** Those who stand, in the order in which they came; whoever leads it counts besides. */
  readonly dreamers: readonly DreamerLine[];
  /** How many people it has, whoever leads it included. */
  readonly people: number;
};

/** The page on which one joins an idea. */
export type JoinView = {
  readonly slug: string;
  readonly title: string;
  readonly purpose: string;
  readonly locale: string;
  readonly whyTogether: string;
  /** Slugs of the competences on the viewer's profile. */
  readonly competences: readonly string[];
  readonly invitation: DreamPart["invitation"];
  readonly isIn: boolean;
  readonly mayJoin: boolean;
};

/** An invitation as whoever sent it reads it: a «non ora» is theirs alone to know (rule PT3). */
export type SentInvitation = {
  readonly id: string;
  readonly person: Person;
  readonly state: "OPEN" | "ACCEPTED" | "DECLINED" | "WITHDRAWN";
  readonly askedAt: string;
};
