import * as z from "zod";
import { id, paragraph, slug, whom } from "@/lib/form/scalars";

export const REASON_CHARS_MIN = 40;
export const REASON_CHARS_MAX = 500;

/** One person at a time, by name or username, with «perché proprio tu» (promise P52). */
export const inviteInput = z.strictObject({
  associationSlug: slug(),
  whom: whom(),
  reason: paragraph(REASON_CHARS_MAX, REASON_CHARS_MIN),
});
export type InviteInput = z.output<typeof inviteInput>;

export const invitationInput = z.strictObject({ invitationId: id() });
export type InvitationInput = z.output<typeof invitationInput>;
