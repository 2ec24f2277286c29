import * as z from "zod";
import { WINDOW } from "../ranking/rules";

const slug = z.string();
const counts = z
  .record(z.string(), z.int().min(1))
  .describe("Slug or code → number of people; what nobody has is absent.");

/** What `GET /api/v1/people` answers. */
export const peopleAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      handle: z.string().describe("The last part of the address of their profile."),
      name: z.string(),
      headline: z.string(),
      place: slug.nullable().describe("Slug of their municipality; null where they did not say, or not to you."),
      competences: z.array(slug).describe("In the order of their profile."),
      why: z
        .string()
        .describe("Why they are in this list, in one or two sentences; empty where there is nothing to say."),
    }),
  ),
  understood: z
    .strictObject({
      competences: z.array(slug).describe("At most eight, surest first."),
      places: z.array(z.string()).describe("Slug of a municipality, code of a province or slug of a region."),
      names: z.array(z.string()).describe("Words taken for names of people."),
      rest: z.string().describe("Words that must stand in a profile as they are, unless `setAside` names them."),
    })
    .describe("What the words of `q` were taken to mean."),
  setAside: z
    .array(z.string())
    .optional()
    .describe(
      "Words of `q` that the list leaves out, because nobody satisfies them with the others, what is left over first; absent where it leaves out none.",
    ),
  facets: z
    .strictObject({
      areas: counts,
      competences: counts,
      regions: counts,
      provinces: counts,
      kinds: z
        .strictObject({ offer: z.int().min(0).nullable(), ask: z.int().min(0).nullable() })
        .describe("Null where counting would take looking at too many people."),
      exact: z.boolean().describe(`False where only the first ${WINDOW} people of the list are counted.`),
    })
    .describe("How many people each choice would leave. Those of places leave out the place that was chosen."),
  total: z
    .strictObject({ count: z.int().min(0), exact: z.boolean() })
    .describe("Where it is not exact, there are at least so many."),
  nextCursor: z.string().nullable().describe("Where the next page begins; null at the end."),
});

export type PeopleAnswer = z.output<typeof peopleAnswer>;

/** What is answered instead, wherever there is no list. */
export const errorAnswer = z.strictObject({
  error: z.strictObject({
    code: z.string().describe("Stands for the fault, whatever the language."),
    field: z.string().nullable().describe("The parameter at fault, where it is one."),
    message: z.string().describe("The fault in a sentence."),
  }),
});

export type ErrorAnswer = z.output<typeof errorAnswer>;
