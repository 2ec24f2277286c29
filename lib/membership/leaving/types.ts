import type { AssociationRef } from "@/lib/association/types";
import type { Role } from "../role/types";

/** What happens when whoever looks leaves an association (rules M7, M8). */
export type LeavingView = {
  readonly association: AssociationRef;
  readonly roles: readonly Role[];
  /** Names of roles of the association's own. */
  readonly ownRoles: readonly string[];
  readonly commitments: readonly string[];
  /** Seats held, and offers that wait. */
  readonly seats: readonly { readonly need: string; readonly project: string }[];
  readonly offers: readonly { readonly need: string; readonly project: string }[];
  readonly projects: readonly string[];
  /** Ideas they dream with others, led by whoever. */
  readonly dreams: readonly string[];
  /** To people and to addresses, not answered yet; and links that still open. */
  readonly invitations: number;
  readonly links: number;
  /** Whether nobody else answers for CUSTODY. */
  readonly isLastCustodian: boolean;
  /** People who were offered to look after it and have not answered. */
  readonly offeredTo: readonly string[];
};
