import type { AssociationRef } from "@/lib/association/types";

/** What the code on a card tells whoever reads it: nothing · that it is valid, where, until when · the name besides. */
export const CARD_TELLS = ["NOTHING", "VALIDITY", "NAME"] as const;
export type CardTells = (typeof CARD_TELLS)[number];

/** One's own card. */
export type OwnCard = {
  readonly association: AssociationRef;
  readonly since: string;
  /** Last day of the statement, as «2027-06-30»: a card is valid as long as what it stands for was said. */
  readonly until: string;
  readonly isOver: boolean;
  readonly tells: CardTells;
  /** What the code leads to; null while it tells nothing. */
  readonly token: string | null;
};

/** What a code tells of a valid card. */
export type CardProof = {
  readonly association: AssociationRef;
  readonly until: string;
  /** Null unless its owner allows it. */
  readonly name: string | null;
};
