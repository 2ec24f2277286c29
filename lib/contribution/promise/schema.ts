import * as z from "zod";
import { day, id, line, oneOf, optional, paragraph, slug, whom } from "@/lib/form/scalars";
import { NOTE_CHARS_MAX } from "../commitment/schema";

export const TEXT_CHARS_MAX = 160;
export const EVIDENCE_CHARS_MAX = 500;

export const promiseInput = z.strictObject({
  associationSlug: slug(),
  subject: oneOf(["ME", "ASSOCIATION"]),
  text: line(TEXT_CHARS_MAX, 5),
  /** The fellow member it is made to; empty for the association as a whole. */
  toWhom: optional(whom()),
  dueOn: day(),
  value: optional(line(60)),
});
export type PromiseInput = z.output<typeof promiseInput>;

export const closeOwnInput = z.strictObject({
  commitmentId: id(),
  outcome: oneOf(["KEPT", "PARTLY", "RELEASED"]),
  evidence: paragraph(EVIDENCE_CHARS_MAX, 0),
  note: paragraph(NOTE_CHARS_MAX, 0),
});
export type CloseOwnInput = z.output<typeof closeOwnInput>;

export const attestInput = z.strictObject({ commitmentId: id() });
export type AttestInput = z.output<typeof attestInput>;

export const noteInput = z.strictObject({ commitmentId: id(), note: paragraph(NOTE_CHARS_MAX, 3) });
export type NoteInput = z.output<typeof noteInput>;
