import type { AssociationRef } from "@/lib/association/types";

/** What somebody holds who opens the address in a letter or a link. */
export type Opening = {
  readonly association: AssociationRef;
  readonly tagline: string;
  readonly locale: string;
  readonly inviter: string;
  readonly reason: string;
  readonly expiresAt: string;
  /** A letter can be answered «non ora» by whoever holds it; a link is just left alone. */
  readonly isLetter: boolean;
  /** Written to the members an association had before it came here. */
  readonly isImport: boolean;
};

/** What the address shows whoever looks: the opening, or that they took it up already, or null for anything else. */
export type OpeningView =
  | { readonly kind: "open"; readonly opening: Opening }
  | { readonly kind: "taken"; readonly association: AssociationRef };
