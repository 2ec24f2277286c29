import type { MissingPart } from "@/lib/member/types";
import type { AssociationRef } from "../types";

/** Where somebody may bring a project forward, and what their profile lacks for one of their own (rule PJ1). */
/** A value one's project may serve, and where it is at home. */
export type ServedValue = {
  /** A slug, or the name of a charter's own. */
  readonly word: string;
  readonly associations: readonly string[];
  readonly isOwn: boolean;
};

export type ProposingView = {
  readonly associations: readonly AssociationRef[];
  readonly missing: readonly MissingPart[];
  /** Of the charters of those associations, in their order, then one's own. */
  readonly values: readonly ServedValue[];
};
