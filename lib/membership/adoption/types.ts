import type { PersonView } from "../types";

/** How far a charter has been accepted. Those in pause are not asked, and so not counted (rule M10). */
export type Adoption = {
  readonly version: number;
  readonly acceptedCount: number;
  readonly pausedCount: number;
  /** Active members whose word is still to come, by name. */
  readonly waiting: readonly PersonView[];
};
