import * as z from "zod";
import { id, oneOf, paragraph } from "@/lib/form/scalars";

export const NOTE_CHARS_MAX = 300;

/** Fatto, or in part; letting go is leaving the seat, missing is what time says. */
export const closeInput = z.strictObject({
  commitmentId: id(),
  outcome: oneOf(["KEPT", "PARTLY"]),
  note: paragraph(NOTE_CHARS_MAX, 0),
});
export type CloseInput = z.output<typeof closeInput>;
