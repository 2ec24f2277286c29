import * as z from "zod";
import { id, oneOf, optional, paragraph, slug } from "@/lib/form/scalars";
import { asStatement, papersFields, withStatement } from "../papers/schema";
import { DECISIONS, DECLINE_REASONS } from "./types";

export const MESSAGE_CHARS_MAX = 800;
/** Below this a sentence says nothing of the reason. */
export const MESSAGE_CHARS_MIN = 40;

/** Applying, entering an open association, accepting an invitation: one form. */
export const applyInput = withStatement(z.strictObject({ associationSlug: slug(), ...papersFields })).transform(
  ({ accepts: _accepted, ...papers }) => asStatement(papers),
);
export type ApplyInput = z.output<typeof applyInput>;

export const withdrawInput = z.strictObject({ applicationId: id() });
export type WithdrawInput = z.output<typeof withdrawInput>;

/** A decline names a reason of the list; «altro» says which (rule M6). */
export const decideInput = z
  .strictObject({
    applicationId: id(),
    outcome: oneOf(DECISIONS),
    reason: optional(oneOf(DECLINE_REASONS)),
    message: paragraph(MESSAGE_CHARS_MAX, 0),
    clauseId: optional(id()),
  })
  .superRefine(({ outcome, reason, message }, context) => {
    if (outcome === "ADMIT") return;
    if (reason === null) context.addIssue({ code: "custom", path: ["reason"], message: "choose" });
    if (reason === "OTHER" && message.length < MESSAGE_CHARS_MIN)
      context.addIssue({ code: "custom", path: ["message"], message: "tooShort", params: { min: MESSAGE_CHARS_MIN } });
  })
  .transform(({ reason, ...rest }) => ({ ...rest, reason: rest.outcome === "DECLINE" ? reason : null }));
export type DecideInput = z.output<typeof decideInput>;
