"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { endAbsence, stateAbsence } from "@/lib/membership/absence/commands";
import { absenceInput, backInput } from "@/lib/membership/absence/schema";
import { applyToAssociation, withdrawApplication } from "@/lib/membership/application/commands";
import { applyInput, withdrawInput } from "@/lib/membership/application/schema";
import { renewCard, setCard } from "@/lib/membership/card/commands";
import { cardInput, renewCardInput } from "@/lib/membership/card/schema";
import { publishCharter } from "@/lib/membership/charter/commands";
import { publishInput } from "@/lib/membership/charter/schema";
import { confirmPapers } from "@/lib/membership/confirmation/commands";
import { confirmPapersInput } from "@/lib/membership/confirmation/schema";
import { decideApplication } from "@/lib/membership/decision/commands";
import { decideInput } from "@/lib/membership/decision/schema";
import { discardDraft, saveDraft } from "@/lib/membership/draft/commands";
import { DRAFT_LISTS, discardInput, draftInput } from "@/lib/membership/draft/schema";
import { askHelp, closeHelp } from "@/lib/membership/help/commands";
import { askHelpInput, closeHelpInput } from "@/lib/membership/help/schema";
import { declineInvitation, inviteMember, withdrawInvitation } from "@/lib/membership/invitation/commands";
import { invitationInput, inviteInput } from "@/lib/membership/invitation/schema";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { leaveInput } from "@/lib/membership/leaving/schema";
import type { Done } from "@/lib/membership/notice/rules";
import { PAPERS_LISTS } from "@/lib/membership/papers/schema";
import { pauseMembership, resumeMembership } from "@/lib/membership/pausing/commands";
import { pauseInput, pausingInput } from "@/lib/membership/pausing/schema";
import { renewPledge, showMembership } from "@/lib/membership/pledge/commands";
import { renewInput, showInput } from "@/lib/membership/pledge/schema";
import { acceptRole, endRole, offerRole, refuseRole, takeUpCustody } from "@/lib/membership/role/commands";
import { acceptRoleInput, custodyInput, offerRoleInput, roleInput } from "@/lib/membership/role/schema";
import { formAction } from "./form-action";

type Page =
  | "/associations/[slug]"
  | "/associations/[slug]/pledge"
  | "/associations/[slug]/card"
  | "/associations/[slug]/standing"
  | "/associations/[slug]/manage/care"
  | "/associations/[slug]/manage/applications"
  | "/associations/[slug]/manage/invitations"
  | "/associations/[slug]/manage/roles"
  | "/associations/[slug]/manage/charter";

/** Back to a page of the association, which then says what has just happened: the same with and without script. */
async function goTo(pathname: Page, slug: string, done: Done): Promise<never> {
  return redirect({ href: { pathname, params: { slug }, query: { done } }, locale: await getLocale() });
}

export const applyToAssociationAction = formAction({
  name: "app/_actions/membership.ts#applyToAssociationAction",
  schema: applyInput,
  lists: PAPERS_LISTS,
  command: applyToAssociation,
  onDone: async ({ applicationId: id, associationSlug, isMember }) => {
    if (isMember) return goTo("/associations/[slug]/pledge", associationSlug, "joined");
    const href = { pathname: "/applications/[id]", params: { id }, query: { done: "applied" satisfies Done } } as const;
    return redirect({ href, locale: await getLocale() });
  },
});

export const withdrawApplicationAction = formAction({
  name: "app/_actions/membership.ts#withdrawApplicationAction",
  schema: withdrawInput,
  command: withdrawApplication,
  onDone: async ({ applicationId: id }) => {
    const href = {
      pathname: "/applications/[id]",
      params: { id },
      query: { done: "withdrawn" satisfies Done },
    } as const;
    return redirect({ href, locale: await getLocale() });
  },
});

export const confirmPapersAction = formAction({
  name: "app/_actions/membership.ts#confirmPapersAction",
  schema: confirmPapersInput,
  lists: PAPERS_LISTS,
  command: confirmPapers,
  onDone: async ({ applicationId: id }) => {
    const query = { done: "papersConfirmed" satisfies Done };
    return redirect({ href: { pathname: "/applications/[id]", params: { id }, query }, locale: await getLocale() });
  },
});

export const decideApplicationAction = formAction({
  name: "app/_actions/membership.ts#decideApplicationAction",
  schema: decideInput,
  command: decideApplication,
  onDone: ({ associationSlug, state }) => {
    const done = state === "ACCEPTED" ? "admitted" : state === "DECLINED" ? "declined" : "supported";
    return goTo("/associations/[slug]/manage/applications", associationSlug, done);
  },
});

export const inviteMemberAction = formAction({
  name: "app/_actions/membership.ts#inviteMemberAction",
  schema: inviteInput,
  command: inviteMember,
  onDone: ({ associationSlug, outcome }) => {
    const done = outcome === "INVITED" ? "invited" : outcome === "ADMITTED" ? "admitted" : "supported";
    return goTo("/associations/[slug]/manage/invitations", associationSlug, done);
  },
});

export const declineInvitationAction = formAction({
  name: "app/_actions/membership.ts#declineInvitationAction",
  schema: invitationInput,
  command: declineInvitation,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]", associationSlug, "invitationDeclined"),
});

export const withdrawInvitationAction = formAction({
  name: "app/_actions/membership.ts#withdrawInvitationAction",
  schema: invitationInput,
  command: withdrawInvitation,
  onDone: ({ associationSlug }) =>
    goTo("/associations/[slug]/manage/invitations", associationSlug, "invitationWithdrawn"),
});

export const offerRoleAction = formAction({
  name: "app/_actions/membership.ts#offerRoleAction",
  schema: offerRoleInput,
  command: offerRole,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/manage/roles", associationSlug, "roleOffered"),
});

export const acceptRoleAction = formAction({
  name: "app/_actions/membership.ts#acceptRoleAction",
  schema: acceptRoleInput,
  command: acceptRole,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]", associationSlug, "roleAccepted"),
});

export const refuseRoleAction = formAction({
  name: "app/_actions/membership.ts#refuseRoleAction",
  schema: roleInput,
  command: refuseRole,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]", associationSlug, "roleRefused"),
});

export const endRoleAction = formAction({
  name: "app/_actions/membership.ts#endRoleAction",
  schema: roleInput,
  command: endRole,
  onDone: ({ associationSlug, isOwn }) =>
    goTo(isOwn ? "/associations/[slug]" : "/associations/[slug]/manage/roles", associationSlug, "roleEnded"),
});

export const takeUpCustodyAction = formAction({
  name: "app/_actions/membership.ts#takeUpCustodyAction",
  schema: custodyInput,
  command: takeUpCustody,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]", associationSlug, "custodyTaken"),
});

export const renewPledgeAction = formAction({
  name: "app/_actions/membership.ts#renewPledgeAction",
  schema: renewInput,
  lists: PAPERS_LISTS,
  command: renewPledge,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/pledge", associationSlug, "pledgeRenewed"),
});

export const saveDraftAction = formAction({
  name: "app/_actions/membership.ts#saveDraftAction",
  schema: draftInput,
  lists: DRAFT_LISTS,
  command: saveDraft,
  onDone: ({ associationSlug, outcome }) =>
    goTo("/associations/[slug]/manage/charter", associationSlug, outcome === "SAVED" ? "draftSaved" : "draftAside"),
});

export const discardDraftAction = formAction({
  name: "app/_actions/membership.ts#discardDraftAction",
  schema: discardInput,
  command: discardDraft,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/manage/charter", associationSlug, "draftDiscarded"),
});

export const publishCharterAction = formAction({
  name: "app/_actions/membership.ts#publishCharterAction",
  schema: publishInput,
  command: publishCharter,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/pledge", associationSlug, "charterPublished"),
});

export const showMembershipAction = formAction({
  name: "app/_actions/membership.ts#showMembershipAction",
  schema: showInput,
  command: (actor, input) => showMembership(actor, input),
  onDone: ({ associationSlug, isVisible }) =>
    goTo("/associations/[slug]/pledge", associationSlug, isVisible ? "shown" : "hidden"),
});

export const setCardAction = formAction({
  name: "app/_actions/membership.ts#setCardAction",
  schema: cardInput,
  command: setCard,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/card", associationSlug, "cardSet"),
});

export const renewCardAction = formAction({
  name: "app/_actions/membership.ts#renewCardAction",
  schema: renewCardInput,
  command: renewCard,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/card", associationSlug, "cardRenewed"),
});

export const pauseMembershipAction = formAction({
  name: "app/_actions/membership.ts#pauseMembershipAction",
  schema: pauseInput,
  command: pauseMembership,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/pledge", associationSlug, "paused"),
});

export const resumeMembershipAction = formAction({
  name: "app/_actions/membership.ts#resumeMembershipAction",
  schema: pausingInput,
  command: resumeMembership,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/pledge", associationSlug, "resumed"),
});

export const leaveAssociationAction = formAction({
  name: "app/_actions/membership.ts#leaveAssociationAction",
  schema: leaveInput,
  command: leaveAssociation,
  onDone: ({ associationSlug, isInCustody }) =>
    goTo("/associations/[slug]", associationSlug, isInCustody ? "leftInCustody" : "left"),
});

export const stateAbsenceAction = formAction({
  name: "app/_actions/membership.ts#stateAbsenceAction",
  schema: absenceInput,
  command: stateAbsence,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/standing", associationSlug, "absent"),
});

export const endAbsenceAction = formAction({
  name: "app/_actions/membership.ts#endAbsenceAction",
  schema: backInput,
  command: endAbsence,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/standing", associationSlug, "back"),
});

export const askHelpAction = formAction({
  name: "app/_actions/membership.ts#askHelpAction",
  schema: askHelpInput,
  limit: { name: "askHelp", max: 20, windowSeconds: 86_400 },
  command: askHelp,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/standing", associationSlug, "helpAsked"),
});

export const closeHelpAction = formAction({
  name: "app/_actions/membership.ts#closeHelpAction",
  schema: closeHelpInput,
  command: closeHelp,
  onDone: ({ associationSlug, isOwn }) =>
    goTo(isOwn ? "/associations/[slug]/standing" : "/associations/[slug]/manage/care", associationSlug, "helpClosed"),
});
