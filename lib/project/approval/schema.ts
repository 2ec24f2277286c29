import * as z from "zod";
import { id, oneOf, paragraph, slug } from "@/lib/form/scalars";

export const APPROVAL_NOTE_CHARS_MAX = 500;
export const APPROVAL_REASON_CHARS_MIN = 20;

/** Asked again after a no, saying what changed. */
export const askApprovalInput = z.strictObject({ slug: slug(), note: paragraph(APPROVAL_NOTE_CHARS_MAX, 10) });
export type AskApprovalInput = z.output<typeof askApprovalInput>;

/** The association's word; a no with its reason. */
export const answerApprovalInput = z
  .strictObject({
    approvalId: id(),
    answer: oneOf(["APPROVED", "DECLINED"]),
    reason: paragraph(APPROVAL_NOTE_CHARS_MAX, 0).optional().default(""),
  })
  .superRefine(({ answer, reason }, context) => {
    if (answer === "DECLINED" && reason.length < APPROVAL_REASON_CHARS_MIN)
      context.addIssue({ code: "custom", path: ["reason"], message: reason === "" ? "required" : "tooShort" });
  })
  .transform((input) => (input.answer === "APPROVED" ? { ...input, reason: "" } : input));
export type AnswerApprovalInput = z.output<typeof answerApprovalInput>;
