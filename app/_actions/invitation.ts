"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { importMembers, withdrawImport } from "@/lib/membership/import/commands";
import { importIdInput, importInput } from "@/lib/membership/import/schema";
import { declineInvitation, inviteMember, withdrawInvitation } from "@/lib/membership/invitation/commands";
import { invitationInput, inviteInput } from "@/lib/membership/invitation/schema";
import { withdrawLetter, writeLetter } from "@/lib/membership/letter/commands";
import { letterInput, writeLetterInput } from "@/lib/membership/letter/schema";
import { makeLink, revokeLink } from "@/lib/membership/link/commands";
import { linkInput, makeLinkInput } from "@/lib/membership/link/schema";
import type { Done } from "@/lib/membership/notice/rules";
import { declineLetter, takeUpOpening } from "@/lib/membership/opening/commands";
import { openingInput } from "@/lib/membership/opening/schema";
import { formAction, openFormAction } from "./form-action";

type Page =
  | "/associations/[slug]"
  | "/associations/[slug]/apply"
  | "/associations/[slug]/pledge"
  | "/associations/[slug]/manage/import"
  | "/associations/[slug]/manage/invitations";

/** On to a page of the association, which says what has just happened where there is something to say. */
async function goTo(pathname: Page, slug: string, done?: Done): Promise<never> {
  return redirect({ href: { pathname, params: { slug }, query: done ? { done } : {} }, locale: await getLocale() });
}

export const writeLetterAction = formAction({
  name: "app/_actions/invitation.ts#writeLetterAction",
  schema: writeLetterInput,
  limit: { name: "writeLetter", max: 60, windowSeconds: 3600 },
  command: writeLetter,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/manage/invitations", associationSlug, "letterWritten"),
});

export const withdrawLetterAction = formAction({
  name: "app/_actions/invitation.ts#withdrawLetterAction",
  schema: letterInput,
  command: withdrawLetter,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/manage/invitations", associationSlug, "letterWithdrawn"),
});

export const makeLinkAction = formAction({
  name: "app/_actions/invitation.ts#makeLinkAction",
  schema: makeLinkInput,
  command: makeLink,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/manage/invitations", associationSlug, "linkMade"),
});

export const revokeLinkAction = formAction({
  name: "app/_actions/invitation.ts#revokeLinkAction",
  schema: linkInput,
  command: revokeLink,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/manage/invitations", associationSlug, "linkRevoked"),
});

export const importMembersAction = formAction({
  name: "app/_actions/invitation.ts#importMembersAction",
  schema: importInput,
  limit: { name: "importMembers", max: 30, windowSeconds: 3600 },
  command: importMembers,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/manage/import", associationSlug, "membersImported"),
});

export const withdrawImportAction = formAction({
  name: "app/_actions/invitation.ts#withdrawImportAction",
  schema: importIdInput,
  command: withdrawImport,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/manage/import", associationSlug, "importWithdrawn"),
});

export const takeUpOpeningAction = formAction({
  name: "app/_actions/invitation.ts#takeUpOpeningAction",
  schema: openingInput,
  command: takeUpOpening,
  onDone: ({ associationSlug, outcome }) => {
    if (outcome === "ADMITTED") return goTo("/associations/[slug]/pledge", associationSlug, "joined");
    return goTo(outcome === "INVITED" ? "/associations/[slug]/apply" : "/associations/[slug]", associationSlug);
  },
});

export const declineLetterAction = openFormAction({
  name: "app/_actions/invitation.ts#declineLetterAction",
  schema: openingInput,
  limit: { name: "declineLetter", max: 60, windowSeconds: 3600 },
  command: (_origin, input) => declineLetter(input),
  onDone: () => "membership.done.letterDeclined",
});

export const inviteMemberAction = formAction({
  name: "app/_actions/invitation.ts#inviteMemberAction",
  schema: inviteInput,
  command: inviteMember,
  onDone: ({ associationSlug, outcome }) => {
    const done = outcome === "INVITED" ? "invited" : outcome === "ADMITTED" ? "admitted" : "supported";
    return goTo("/associations/[slug]/manage/invitations", associationSlug, done);
  },
});

export const declineInvitationAction = formAction({
  name: "app/_actions/invitation.ts#declineInvitationAction",
  schema: invitationInput,
  command: declineInvitation,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]", associationSlug, "invitationDeclined"),
});

export const withdrawInvitationAction = formAction({
  name: "app/_actions/invitation.ts#withdrawInvitationAction",
  schema: invitationInput,
  command: withdrawInvitation,
  onDone: ({ associationSlug }) =>
    goTo("/associations/[slug]/manage/invitations", associationSlug, "invitationWithdrawn"),
});
