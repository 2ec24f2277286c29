import type { CharterDifference } from "@/lib/association/difference/types";
import type { CharterContent, CharterValueView, CharterView } from "@/lib/association/types";

/** What changed in a charter since an application was written, and what confirming it asks. */
export type ConfirmationView = {
  readonly from: number;
  readonly charter: CharterView;
  /** Language the charter is written in. */
  readonly locale: string;
  readonly before: CharterContent;
  readonly after: CharterContent;
  readonly difference: CharterDifference;
  /** Values that are new or read otherwise. */
  readonly open: readonly CharterValueView[];
};
