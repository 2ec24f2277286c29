import * as z from "zod";
import { id, line, oneOf, optional, paragraph, wholeNumber } from "@/lib/form/scalars";
import { competenceNamed } from "@/lib/taxonomy/rules";
import { HOURS_MAX } from "../schema";
import { BRINGS } from "../types";

export const CONTACT_CHARS_MAX = 200;
export const MESSAGE_CHARS_MAX = 600;

/** One offers a named competence or a named contact: a free text alone opens nothing (rule PJ3, promise P55). */
export const offerInput = z
  .strictObject({
    needId: id(),
    brings: oneOf(BRINGS),
    competence: z.string().max(80).optional().default(""),
    contact: line(CONTACT_CHARS_MAX, 0).optional().default(""),
    message: paragraph(MESSAGE_CHARS_MAX, 0),
    hours: optional(wholeNumber(1, HOURS_MAX)).transform((hours) => hours && hours * 60),
  })
  .superRefine(({ brings, competence, contact }, context) => {
    const missing = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (brings === "COMPETENCE" && !competenceNamed(competence)) missing("competence", "choose");
    if (brings === "CONTACT" && contact === "") missing("contact", "required");
  })
  .transform(({ competence, contact, brings, ...rest }) =>
    brings === "COMPETENCE"
      ? { ...rest, brings, competence: competenceNamed(competence), contact: "" }
      : { ...rest, brings, competence: null, contact },
  );
export type OfferInput = z.output<typeof offerInput>;

export const offerRefInput = z.strictObject({ offerId: id() });
export type OfferRefInput = z.output<typeof offerRefInput>;
