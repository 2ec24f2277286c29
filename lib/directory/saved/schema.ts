import * as z from "zod";
import { id, oneOf, slug } from "@/lib/form/scalars";
import { WATCHED_MAX } from "../watch/rules";
import { filtersOfQuery, keptQuery, QUERY_LENGTH_MAX } from "./rules";

export const saveSearchInput = z.strictObject({
  /** The query of an address of the list; kept without what does not change whom it finds. */
  query: z
    .string("invalid")
    .max(QUERY_LENGTH_MAX, "invalid")
    .transform((query) => keptQuery(filtersOfQuery(query)))
    .refine((query) => query !== "" && query.length <= QUERY_LENGTH_MAX, "invalid"),
  locale: oneOf(["it", "en"]),
});
export type SaveSearchInput = z.output<typeof saveSearchInput>;

export const searchIdInput = z.strictObject({ id: id() });
export type SearchIdInput = z.output<typeof searchIdInput>;

export const markSeenInput = z.strictObject({
  id: id(),
  /** Handles of those who were shown, with spaces between: who came since stays new. */
  shown: z
    .string("invalid")
    .transform((text) => text.split(" "))
    .pipe(z.array(slug()).min(1, "invalid").max(WATCHED_MAX, "invalid")),
});
export type MarkSeenInput = z.output<typeof markSeenInput>;
