import * as z from "zod";
import { id, oneOf, optional, paragraph } from "@/lib/form/scalars";
import { DECISIONS, DECLINE_REASONS } from "./types";

export const MESSAGE_CHARS_MAX = 800;
/** Below this a sentence says nothing of the reason. */
export const MESSAGE_CHARS_MIN = 40;

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
