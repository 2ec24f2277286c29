import type { MissingPart } from "@/lib/member/types";
import type { AssociationRef } from "../types";

/** Where somebody may bring a project forward, and what their profile lacks for one of their own (rule PJ1). */
export type ProposingView = {
  readonly associations: readonly AssociationRef[];
  readonly missing: readonly MissingPart[];
};
