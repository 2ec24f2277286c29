import * as z from "zod";
import { day, id, optional, paragraph, wholeNumber, whom } from "@/lib/form/scalars";
import { REASON_CHARS_MAX, REASON_CHARS_MIN } from "@/lib/membership/invitation/schema";
import { broughtFields, mustName, named } from "../offer/schema";
import { HOURS_MAX } from "../schema";

/** One person at a time, by name or username, with «perché proprio tu» (promise P52). */
export const askToCoverInput = z.strictObject({
  needId: id(),
  whom: whom(),
  reason: paragraph(REASON_CHARS_MAX, REASON_CHARS_MIN),
});
export type AskToCoverInput = z.output<typeof askToCoverInput>;

export const needAskInput = z.strictObject({ askId: id() });
export type NeedAskInput = z.output<typeof needAskInput>;

/** The yes of whoever was asked: with a competence or a contact, named, as any offer (rule PJ3). */
export const coverInput = z
  .strictObject({
    askId: id(),
    ...broughtFields,
    hours: optional(wholeNumber(1, HOURS_MAX)).transform((hours) => hours && hours * 60),
    until: optional(day()).default(null),
  })
  .superRefine(mustName)
  .transform(named);
export type CoverInput = z.output<typeof coverInput>;
