import * as z from "zod";
import { isCleanText } from "@/lib/core/text";
import { QUERY_CHARS_MAX } from "../filter/rules";
import { once } from "../request/schema";
import { SUGGESTION_KINDS } from "./types";

/** The query of `GET /api/v1/suggestions`. Messages are codes of the directory; what is no parameter of ours is refused. */
export const suggestionsRequest = z.strictObject({
  q: z
    .string(once("characters"))
    .max(QUERY_CHARS_MAX, "tooLong")
    .refine(isCleanText, "characters")
    .default("")
    .describe("What has been typed so far. Below two letters nothing is suggested."),
  locale: z
    .enum(["it", "en"], once("unknownLocale"))
    .default("it")
    .describe("The language of labels and addresses, whose terms come before those of the other one."),
});

/** What `GET /api/v1/suggestions` answers. */
export const suggestionsAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        kind: z.enum(SUGGESTION_KINDS),
        label: z.string(),
        detail: z.string().describe("What tells it from others of the same name; may be empty."),
        lang: z.enum(["it", "en"]).describe("The language of the detail, which its author chose."),
        handle: z.string().nullable().describe("The username of a person; null for all else."),
        href: z
          .string()
          .describe(
            "Where it leads: a search with the competence or the place as a filter, a profile, an association.",
          ),
      }),
    )
    .describe(
      "By kind, in the order they are shown: at most four competences, three places, four people, three associations.",
    ),
});

export type SuggestionsAnswer = z.output<typeof suggestionsAnswer>;
