import * as z from "zod";
import { day, line, oneOf, optional, slug, webAddress } from "@/lib/form/scalars";
import { hours, TITLE_CHARS_MAX } from "../schema";
import { CONTRIBUTION_KINDS } from "../types";

export const declareOutsideInput = z.strictObject({
  associationSlug: slug(),
  kind: oneOf(CONTRIBUTION_KINDS),
  title: line(TITLE_CHARS_MAX, 5),
  hours: optional(hours()),
  doneOn: day(),
  evidenceUrl: optional(webAddress()),
  /** The value of the charter it serves, by its word. */
  value: optional(line(60)),
});
export type DeclareOutsideInput = z.output<typeof declareOutsideInput>;
