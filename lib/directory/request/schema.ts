import * as z from "zod";
import { isCleanText } from "@/lib/core/text";
import { findCompetence } from "@/lib/taxonomy/rules";
import { decodeCursor } from "../cursor/rules";
import { CHOICES_MAX, placeOf, QUERY_CHARS_MAX, SLUG } from "../filter/rules";

/** A parameter that stands once; `code` is what is said of any other value. */
export const once = (code: string) => ({
  error: ({ input }: { input?: unknown }) => (Array.isArray(input) ? "repeated" : code),
});

/** The query of `GET /api/v1/people`. Messages are codes of the directory; what is no parameter of ours is refused. */
export const peopleRequest = z.strictObject({
  q: z
    .string(once("characters"))
    .max(QUERY_CHARS_MAX, "tooLong")
    .refine(isCleanText, "characters")
    .default("")
    .describe("What somebody would type: trades, places, names, any words; Italian or English."),
  competence: z
    .array(z.string().refine((slug) => findCompetence(slug) !== null, "unknownCompetence"))
    .max(CHOICES_MAX, "tooMany")
    .default([])
    .describe("Slug of a competence; whatever lies below it counts as well. All of those given must hold."),
  place: z
    .string(once("unknownPlace"))
    .refine((text) => placeOf(text) !== null, "unknownPlace")
    .optional()
    .describe("Slug of a municipality, two-letter code of a province or slug of a region."),
  association: z
    .string(once("badAssociation"))
    .regex(SLUG, "badAssociation")
    .optional()
    .describe("Slug of an association whose members are wanted, as far as their belonging may be known."),
  kind: z
    .enum(["offer", "ask"], once("unknownKind"))
    .optional()
    .describe("Only people who offer, or who ask for, what is looked for."),
  cursor: z
    .string(once("badCursor"))
    .refine((text) => decodeCursor(text, "relevance") !== null, "badCursor")
    .optional()
    .describe("`nextCursor` of the page before."),
  locale: z
    .enum(["it", "en"], once("unknownLocale"))
    .default("it")
    .describe("The language of sentences, whose terms are read before those of the other one."),
});

export type PeopleRequest = z.output<typeof peopleRequest>;
