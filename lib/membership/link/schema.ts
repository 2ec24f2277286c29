import * as z from "zod";
import { id, paragraph, slug, wholeNumber } from "@/lib/form/scalars";
import { REASON_CHARS_MAX, REASON_CHARS_MIN } from "../invitation/schema";

export const USES_MAX = 50;
export const LINK_DAYS_MAX = 60;

/** A link to hand to people one knows: how many, until when, and why. */
export const makeLinkInput = z.strictObject({
  associationSlug: slug(),
  reason: paragraph(REASON_CHARS_MAX, REASON_CHARS_MIN),
  usesMax: wholeNumber(1, USES_MAX),
  days: wholeNumber(1, LINK_DAYS_MAX),
});
export type MakeLinkInput = z.output<typeof makeLinkInput>;

export const linkInput = z.strictObject({ linkId: id() });
export type LinkInput = z.output<typeof linkInput>;
