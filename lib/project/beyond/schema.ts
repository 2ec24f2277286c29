import * as z from "zod";
import { id, line, optional, slug, wholeNumber } from "@/lib/form/scalars";
import { broughtFields, mustName, named } from "../offer/schema";
import { HOURS_MAX, NEED_CHARS_MAX } from "../schema";

/** One offers what no need asks for, by the name of a competence or a contact (rule PJ3). */
export const offerBeyondInput = z
  .strictObject({
    slug: slug(),
    title: line(NEED_CHARS_MAX, 3),
    ...broughtFields,
    hours: optional(wholeNumber(1, HOURS_MAX)).transform((hours) => hours && hours * 60),
  })
  .superRefine(mustName)
  .transform(named);
export type OfferBeyondInput = z.output<typeof offerBeyondInput>;

export const beyondRefInput = z.strictObject({ beyondId: id() });
export type BeyondRefInput = z.output<typeof beyondRefInput>;
