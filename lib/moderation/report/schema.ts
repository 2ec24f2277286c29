import * as z from "zod";
import { id, line, oneOf, paragraph, slug } from "@/lib/form/scalars";
import { FACTS_CHARS_MAX, REASON_CHARS_MAX, REASON_CHARS_MIN } from "../exclusion/schema";
import { MEASURES, REPORT_ABOUT } from "./types";

export const reportInput = z.strictObject({
  associationSlug: slug(),
  about: oneOf(REPORT_ABOUT),
  /** The short name of a member, or the last part of a project's address; nothing for the association's own text. */
  target: line(80, 0).transform((target) => target.replace(/^@/, "").toLowerCase()),
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
  reason: paragraph(REASON_CHARS_MAX, REASON_CHARS_MIN),
});
export type MeasureInput = z.output<typeof measureInput>;
