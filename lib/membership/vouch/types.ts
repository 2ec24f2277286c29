import type { AssociationRef } from "@/lib/association/types";

/** ASKED → GIVEN | REFUSED. */
export type VouchState = "ASKED" | "GIVEN" | "REFUSED";

/** A word asked for, as whoever asked reads it: given, or not yet (rule PT3). */
export type OwnVouch = {
  readonly handle: string;
  readonly name: string;
  /** Null while there is none: not answered and «non ora» read the same. */
  readonly sentence: string | null;
};

/** A word given, as whoever decides reads it. */
export type GivenVouch = {
  readonly name: string;
  readonly sentence: string;
  /** Whether it counts: only while whoever gave it takes part. */
  readonly counts: boolean;
};

/** A word that somebody asks of me. */
export type AskedVouch = {
  readonly id: string;
  readonly applicant: { readonly handle: string; readonly name: string };
  readonly association: AssociationRef;
  readonly answerBy: string;
};
