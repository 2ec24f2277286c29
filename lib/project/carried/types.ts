import type { AssociationRef } from "@/lib/association/types";
import type { Responsibility } from "@/lib/membership/role/types";
import type { ApprovalLine } from "../approval/types";
import type { AskedLine, CarriedLine, FarewellLine } from "../cohosting/types";

/** What the stewards of an association see of the projects it carries with others. */
export type CarriedDesk = {
  readonly association: AssociationRef;
  readonly holds: readonly Responsibility[];
  /** Its own proposals that wait for its word. */
  readonly approvals: readonly ApprovalLine[];
  readonly asked: readonly AskedLine[];
  readonly carried: readonly CarriedLine[];
  readonly farewells: readonly FarewellLine[];
};

/** The co-hosting by which whoever looks may take the lead, and for which association. */
export type LeadToTake = { readonly coHostingId: string; readonly association: string; readonly ownerStays: boolean };
