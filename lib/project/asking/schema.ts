import * as z from "zod";
import { id, paragraph, slug, whom } from "@/lib/form/scalars";
import { REASON_CHARS_MAX, REASON_CHARS_MIN } from "@/lib/membership/invitation/schema";

/** One person at a time, by name or username, with «perché proprio tu» (promise P52). */
export const inviteToIdeaInput = z.strictObject({
  slug: slug(),
  whom: whom(),
  reason: paragraph(REASON_CHARS_MAX, REASON_CHARS_MIN),
});
export type InviteToIdeaInput = z.output<typeof inviteToIdeaInput>;

export const sentInvitationInput = z.strictObject({ slug: slug(), invitationId: id() });
export type SentInvitationInput = z.output<typeof sentInvitationInput>;
