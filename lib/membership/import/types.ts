import type { AssociationRef } from "@/lib/association/types";
import type { Responsibility } from "../role/types";

/** One list that was handed in: never who on it was written to, or has a card (rule A2). */
export type ImportLine = {
  readonly id: string;
  readonly lineCount: number;
  readonly enteredCount: number;
  readonly isOpen: boolean;
  readonly isOwn: boolean;
  readonly createdAt: string;
};

export type ImportDesk = {
  readonly association: AssociationRef;
  readonly holds: readonly Responsibility[];
  readonly imports: readonly ImportLine[];
  /** How many addresses may still be handed in this year. */
  readonly left: number;
};
