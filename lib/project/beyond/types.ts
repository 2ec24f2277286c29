import type { Brings, Person } from "../types";

/** WAITING → ACCEPTED | DECLINED | WITHDRAWN. */
export type BeyondState = "WAITING" | "ACCEPTED" | "DECLINED" | "WITHDRAWN";

/** What somebody offers beyond the needs of a project, as they and its owner read it. */
export type BeyondView = {
  readonly id: string;
  readonly person: Person;
  readonly title: string;
  readonly brings: Brings;
  readonly competence: string | null;
  readonly contact: string;
  readonly message: string;
  readonly minutes: number | null;
  readonly offeredAt: string;
};

/** The page on which one offers beyond the needs. */
export type OfferingView = {
  readonly project: {
    readonly slug: string;
    readonly title: string;
    readonly purpose: string;
    readonly locale: string;
  };
  /** Slugs of the competences on the viewer's profile. */
  readonly competences: readonly string[];
  /** Theirs that waits for an answer. */
  readonly own: BeyondView | null;
  /** After a «non ora», when one may offer again (rule PT3). */
  readonly againFrom: string | null;
  readonly mayOffer: boolean;
};
