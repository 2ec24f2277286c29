import * as z from "zod";
import { day, id, line, oneOf, optional, paragraph, wholeNumber } from "@/lib/form/scalars";
import { competenceNamed } from "@/lib/taxonomy/rules";
import { HOURS_MAX } from "../schema";
import { BRINGS } from "../types";

export const CONTACT_CHARS_MAX = 200;
export const MESSAGE_CHARS_MAX = 600;

/** What somebody comes in with, as a form asks it. */
export const broughtFields = {
  brings: oneOf(BRINGS),
  competence: z.string().max(80).optional().default(""),
  contact: line(CONTACT_CHARS_MAX, 0).optional().default(""),
  message: paragraph(MESSAGE_CHARS_MAX, 0),
};
type Brought = { brings: (typeof BRINGS)[number]; competence: string; contact: string };

/** A named competence or a named contact: a free text alone opens nothing (rule PJ3, promise P55). */
export function mustName({ brings, competence, contact }: Brought, context: z.RefinementCtx): void {
  const missing = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (brings === "COMPETENCE" && !competenceNamed(competence)) missing("competence", "choose");
  if (brings === "CONTACT" && contact === "") missing("contact", "required");
}

/** What was named alone: a competence by its slug, or a contact. */
export function named<Input extends Brought>({ competence, contact, ...rest }: Input) {
  return rest.brings === "COMPETENCE"
    ? { ...rest, competence: competenceNamed(competence), contact: "" }
    : { ...rest, competence: null, contact };
}

/** One offers a competence or a contact to a need. */
export const offerInput = z
  .strictObject({
    needId: id(),
    ...broughtFields,
    hours: optional(wholeNumber(1, HOURS_MAX)).transform((hours) => hours && hours * 60),
    until: optional(day()).default(null),
  })
  .superRefine(mustName)
  .transform(named);
export type OfferInput = z.output<typeof offerInput>;

export const offerRefInput = z.strictObject({ offerId: id() });
export type OfferRefInput = z.output<typeof offerRefInput>;
