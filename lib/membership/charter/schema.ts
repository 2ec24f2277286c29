import * as z from "zod";
import { oneOf, paragraph, slug, wholeNumber } from "@/lib/form/scalars";

export const CHANGE_NOTE_CHARS_MAX = 600;
export const CHANGE_NOTE_CHARS_MIN = 20;

/** Publishing the draft as it was shown: the revision says which one. */
export const publishInput = z
  .strictObject({
    associationSlug: slug(),
    revision: wholeNumber(1, 999_999),
    change: oneOf(["material", "wording"]),
    changeNote: paragraph(CHANGE_NOTE_CHARS_MAX, CHANGE_NOTE_CHARS_MIN),
  })
  .transform(({ change, ...rest }) => ({ ...rest, isMaterial: change === "material" }));
export type PublishInput = z.output<typeof publishInput>;
