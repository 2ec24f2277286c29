import type { AssociationRef } from "@/lib/association/types";
import type { PersonView } from "../types";

/** The two roles every association has; their bundles stand in rules.ts beside. */
export type Role = "STEWARD" | "WELCOMER";

/**
 * What one may answer for in an association; checks name these, never roles (rule R1).
 * CUSTODY keeps the association alive · ADMIT reads and decides applications · INVITE asks people in ·
 * GRANT offers and ends roles · EDIT looks after what the association says of itself · MODERATE answers reports and leads
 * cases of exclusion.
 */
export type Responsibility = "CUSTODY" | (typeof SHARED_RESPONSIBILITIES)[number];

/** What an association may bundle in roles of its own: all but CUSTODY (docs/adr/0025). */
export const SHARED_RESPONSIBILITIES = ["ADMIT", "INVITE", "GRANT", "EDIT", "MODERATE"] as const;

/** A role an association gave itself, as pages name it. */
export type OwnRoleRef = {
  readonly id: string;
  readonly name: string;
  /** What its holder answers for, in words. */
  readonly duty: string;
  readonly responsibilities: readonly Responsibility[];
  readonly version: number;
  /** Whether it takes the trust of fellow members (rule R4). */
  readonly isByTrust: boolean;
};

export const ROLES = ["STEWARD", "WELCOMER"] as const satisfies readonly Role[];

/** OFFERED → HELD → ENDED; OFFERED → REFUSED. */
export type RoleState = "OFFERED" | "REFUSED" | "HELD" | "ENDED";

/** A role somebody holds or is offered, on the desk of roles. */
export type GrantLine = {
  readonly id: string;
  /** Null for one of the association's own. */
  readonly role: Role | null;
  readonly own: OwnRoleRef | null;
  readonly state: "OFFERED" | "HELD";
  readonly person: PersonView;
  readonly isOwn: boolean;
  /** Whether whoever looks may end it; one's own is laid down. */
  readonly mayEnd: boolean;
  readonly since: string;
  /** The last day on which a measure keeps it in pause, for its holder and those who moderate; null else. */
  readonly pausedOn: string | null;
};

export type RoleDesk = {
  readonly association: AssociationRef;
  /** What whoever looks answers for. */
  readonly holds: readonly Responsibility[];
  readonly grants: readonly GrantLine[];
  /** The roles whoever looks may offer (rule R2). */
  readonly offerable: readonly Role[];
  /** The association's own, and of each whether whoever looks may offer it, and change it: not while holding it. */
  readonly own: readonly (OwnRoleRef & {
    readonly mayOffer: boolean;
    readonly mayChange: boolean;
    readonly isHeld: boolean;
  })[];
};
