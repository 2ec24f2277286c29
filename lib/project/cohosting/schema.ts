import * as z from "zod";
import { id, line, oneOf, paragraph, slug } from "@/lib/form/scalars";

export const ASSOCIATION_CHARS_MAX = 120;
export const REASON_CHARS_MAX = 500;
export const REASON_CHARS_MIN = 20;

/** Whom the owner asks, by name or address, and why they of all associations. */
export const askCoHostInput = z.strictObject({
  slug: slug(),
  association: line(ASSOCIATION_CHARS_MAX, 2),
  reason: paragraph(REASON_CHARS_MAX, REASON_CHARS_MIN),
  brings: paragraph(REASON_CHARS_MAX, 0),
});
export type AskCoHostInput = z.output<typeof askCoHostInput>;

export const coHostRefInput = z.strictObject({ coHostingId: id() });
export type CoHostRefInput = z.output<typeof coHostRefInput>;

export const answerCoHostInput = z.strictObject({ coHostingId: id(), answer: oneOf(["CARRYING", "NOT_NOW"]) });
export type AnswerCoHostInput = z.output<typeof answerCoHostInput>;
