import * as z from "zod";
import { id, paragraph, whom } from "@/lib/form/scalars";

export const SENTENCE_CHARS_MIN = 20;
export const SENTENCE_CHARS_MAX = 300;

/** One member at a time, by name or username. */
export const askVouchInput = z.strictObject({
  applicationId: id(),
  whom: whom(),
});
export type AskVouchInput = z.output<typeof askVouchInput>;

export const giveVouchInput = z.strictObject({
  vouchId: id(),
  sentence: paragraph(SENTENCE_CHARS_MAX, SENTENCE_CHARS_MIN),
});
export type GiveVouchInput = z.output<typeof giveVouchInput>;

export const vouchInput = z.strictObject({ vouchId: id() });
export type VouchInput = z.output<typeof vouchInput>;
