import * as z from "zod";
import { id, line, paragraph, slug } from "@/lib/form/scalars";
import { REASON_CHARS_MAX, REASON_CHARS_MIN } from "@/lib/membership/invitation/schema";

/** One person at a time, named by handle, with «perché proprio tu» (promise P52). */
export const inviteToIdeaInput = z.strictObject({
  slug: slug(),
  handle: line(60).transform((handle) => handle.replace(/^@/, "").toLowerCase()),
  reason: paragraph(REASON_CHARS_MAX, REASON_CHARS_MIN),
});
export type InviteToIdeaInput = z.output<typeof inviteToIdeaInput>;

export const sentInvitationInput = z.strictObject({ slug: slug(), invitationId: id() });
export type SentInvitationInput = z.output<typeof sentInvitationInput>;
