import * as z from "zod";
import { id, line, optional, paragraph, slug } from "@/lib/form/scalars";

export const THREAD_TITLE_CHARS_MAX = 120;
export const MESSAGE_CHARS_MAX = 3_000;

/** A thread with its first words. */
export const openThreadInput = z.strictObject({
  slug: slug(),
  title: line(THREAD_TITLE_CHARS_MAX, 3),
  text: paragraph(MESSAGE_CHARS_MAX, 1),
});
export type OpenThreadInput = z.output<typeof openThreadInput>;

export const answerThreadInput = z.strictObject({
  slug: slug(),
  threadId: id(),
  text: paragraph(MESSAGE_CHARS_MAX, 1),
});
export type AnswerThreadInput = z.output<typeof answerThreadInput>;

export const messageRefInput = z.strictObject({ slug: slug(), messageId: id() });
export type MessageRefInput = z.output<typeof messageRefInput>;

export const LOG_WHAT_CHARS_MAX = 300;
export const LOG_WHY_CHARS_MAX = 1_000;

/** What was decided and why; citing the entry it sets right, if any. */
export const logDecisionInput = z.strictObject({
  slug: slug(),
  what: paragraph(LOG_WHAT_CHARS_MAX, 5),
  why: paragraph(LOG_WHY_CHARS_MAX, 5),
  decidedOn: z.iso.date("notADay"),
  correctsId: optional(id()),
});
export type LogDecisionInput = z.output<typeof logDecisionInput>;
