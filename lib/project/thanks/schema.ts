import * as z from "zod";
import { id, oneOf, optional, paragraph, slug } from "@/lib/form/scalars";

export const THANKS_CHARS_MIN = 10;
export const THANKS_CHARS_MAX = 300;

/** To one person, or to everybody who had a part in it. */
export const thankInput = z.strictObject({
  slug: slug(),
  memberId: optional(id()),
  text: paragraph(THANKS_CHARS_MAX, THANKS_CHARS_MIN),
});
export type ThankInput = z.output<typeof thankInput>;

export const thanksRefInput = z.strictObject({ slug: slug(), thanksId: id() });
export type ThanksRefInput = z.output<typeof thanksRefInput>;

export const openThanksInput = z.strictObject({ slug: slug(), thanksId: id(), answer: oneOf(["SHOW", "KEEP"]) });
export type OpenThanksInput = z.output<typeof openThanksInput>;
