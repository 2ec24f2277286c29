import * as z from "zod";
import { id, line, oneOf, optional, paragraph, slug, wholeNumber } from "@/lib/form/scalars";
import { FACTS_CHARS_MAX, REASON_CHARS_MAX, REASON_CHARS_MIN } from "../exclusion/schema";
import { PAUSE_DAYS_MAX } from "../measure/rules";
import { MEASURES, REPORT_ABOUT } from "./types";

export const reportInput = z.strictObject({
  associationSlug: slug(),
  about: oneOf(REPORT_ABOUT),
  /** A member by name or username, the last part of a project's address, the id of a contribution; nothing for the association's own text. */
  target: line(80, 0),
  clauseId: z.uuid("choose"),
  text: paragraph(FACTS_CHARS_MAX, REASON_CHARS_MIN),
  contentLocale: oneOf(["it", "en"]),
});
export type ReportInput = z.output<typeof reportInput>;

export const reportWordsInput = z.strictObject({ reportId: id(), words: paragraph(FACTS_CHARS_MAX, 1) });
export type ReportWordsInput = z.output<typeof reportWordsInput>;

export const measureInput = z.strictObject({
  reportId: id(),
  kind: oneOf(MEASURES),
  clauseId: z.uuid("choose"),
  /** Of a pause: which role of the author's, and how many days. */
  roleGrantId: optional(z.uuid("choose")).optional(),
  days: optional(wholeNumber(1, PAUSE_DAYS_MAX)).optional(),
  reason: paragraph(REASON_CHARS_MAX, REASON_CHARS_MIN),
});
export type MeasureInput = z.output<typeof measureInput>;
