import type { AssociationRef } from "@/lib/association/types";
import type { PersonView } from "../types";

/** Named bundles of responsibilities; the bundles stand in rules.ts beside. */
export type Role = "STEWARD" | "WELCOMER";

/**
 * What one may answer for in an association; checks name these, never roles (rule R1).
 * CUSTODY keeps the association alive · ADMIT reads and decides applications · INVITE asks people in ·
 * GRANT offers and ends roles · EDIT looks after what the association says of itself · MODERATE answers reports and leads
 * cases of exclusion.
 */
export type Responsibility = "CUSTODY" | "ADMIT" | "INVITE" | "GRANT" | "EDIT" | "MODERATE";

export const ROLES = ["STEWARD", "WELCOMER"] as const satisfies readonly Role[];

/** OFFERED → HELD → ENDED; OFFERED → REFUSED. */
export type RoleState = "OFFERED" | "REFUSED" | "HELD" | "ENDED";

/** A role somebody holds or is offered, on the desk of roles. */
export type GrantLine = {
  readonly id: string;
  readonly role: Role;
  readonly state: "OFFERED" | "HELD";
  readonly person: PersonView;
  readonly isOwn: boolean;
  /** Whether whoever looks may end it; one's own is laid down. */
  readonly mayEnd: boolean;
  readonly since: string;
};

export type RoleDesk = {
  readonly association: AssociationRef;
  /** What whoever looks answers for. */
  readonly holds: readonly Responsibility[];
  readonly grants: readonly GrantLine[];
  /** The roles whoever looks may offer (rule R2). */
  readonly offerable: readonly Role[];
};
