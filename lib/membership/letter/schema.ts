import * as z from "zod";
import { email, id, paragraph, slug } from "@/lib/form/scalars";
import { REASON_CHARS_MAX, REASON_CHARS_MIN } from "../invitation/schema";

/** One person at a time, by address, with «perché proprio tu» (promise P52). */
export const writeLetterInput = z.strictObject({
  associationSlug: slug(),
  email: email(),
  reason: paragraph(REASON_CHARS_MAX, REASON_CHARS_MIN),
});
export type WriteLetterInput = z.output<typeof writeLetterInput>;

export const letterInput = z.strictObject({ letterId: id() });
export type LetterInput = z.output<typeof letterInput>;
