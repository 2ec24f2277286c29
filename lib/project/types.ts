/** IDEA → PROPOSED → FEASIBILITY → ACTIVE → COMPLETED; ACTIVE ⇄ SUSPENDED; any but COMPLETED → ABANDONED (rule PJ2). */
export const PROJECT_STATES = [
  "IDEA",
  "PROPOSED",
  "FEASIBILITY",
  "ACTIVE",
  "SUSPENDED",
  "COMPLETED",
  "ABANDONED",
] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];

/** Professionale, tematico, personale (promise P35). */
export const PROJECT_KINDS = ["PROFESSIONAL", "THEMATIC", "PERSONAL"] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

/** A project can lack a contact or an information, not only people (promise P34). */
export const NEED_KINDS = ["ROLE", "CONTACT", "INFORMATION", "RESOURCE"] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** What one comes in with (rule PJ3). */
export const BRINGS = ["COMPETENCE", "CONTACT"] as const;
export type Brings = (typeof BRINGS)[number];

/** WAITING → ACCEPTED | QUEUED (no seat left) | DECLINED | WITHDRAWN; QUEUED → the same; ACCEPTED → WITHDRAWN | ENDED. */
export type OfferState = "WAITING" | "QUEUED" | "ACCEPTED" | "DECLINED" | "WITHDRAWN" | "ENDED";

/** What a project still lacks before it may start (rule PJ2). */
export type MissingToStart = "purpose" | "owner" | "deliverable" | "criticalNeeds" | "approval";

/** One place to fill, as the rules count it. */
export type Seats = { readonly isCritical: boolean; readonly seats: number; readonly accepted: number };

/** Somebody named on a page; null where the viewer may not learn who it is. */
export type Person = {
  readonly memberId: string;
  readonly handle: string;
  readonly name: string;
  /** Whether there is a profile for this viewer to read. */
  readonly isReadable: boolean;
  /** Value slugs in their order, for the tile. */
  readonly values: readonly string[];
  /** Slug of the competence they signed a result with. */
  readonly competence?: string | null;
} | null;

export type AssociationRef = {
  readonly slug: string;
  readonly name: string;
  /** Value slugs of the charter in force, for the emblem. */
  readonly values: readonly string[];
};

/** An association that carries a project with the one that leads it, and since when. */
export type CoHost = AssociationRef & { readonly since: string };

/** Seats by weight, and how many are taken. */
export type Coverage = {
  readonly critical: number;
  readonly criticalTaken: number;
  readonly useful: number;
  readonly usefulTaken: number;
};
