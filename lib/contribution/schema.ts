import * as z from "zod";
import { day, id, line, oneOf, optional, paragraph, slug, webAddress } from "@/lib/form/scalars";
import { CONTRIBUTION_KINDS } from "./types";

export const TITLE_CHARS_MAX = 120;
const HOURS = /^\d{1,3}([.,]5|[.,]0)?$/;
const HOURS_MAX = 400;

/** Hours by the half, with a point or a comma; kept as minutes. */
export const hours = () =>
  z
    .string()
    .trim()
    .refine((text) => HOURS.test(text), { error: "halfHours", abort: true })
    .transform((text) => Number(text.replace(",", ".")) * 60)
    .superRefine((minutes, context) => {
      const params = { min: 0.5, max: HOURS_MAX };
      if (minutes < 30 || minutes > HOURS_MAX * 60) context.addIssue({ code: "custom", message: "outOfRange", params });
    });

export const declareInput = z.strictObject({
  slug: slug(),
  kind: oneOf(CONTRIBUTION_KINDS),
  title: line(TITLE_CHARS_MAX, 5),
  hours: optional(hours()),
  doneOn: day(),
  evidenceUrl: optional(webAddress()),
  evidenceFileId: optional(id()),
});
export type DeclareInput = z.output<typeof declareInput>;

export const confirmInput = z.strictObject({ contributionId: id() });
export type ConfirmInput = z.output<typeof confirmInput>;

export const REASON_CHARS_MAX = 300;

/** A word on why, for whoever reads it: a «no» to a contribution, a mistake set right. */
export const reasonedInput = z.strictObject({ contributionId: id(), reason: paragraph(REASON_CHARS_MAX, 5) });
export type ReasonedInput = z.output<typeof reasonedInput>;
