"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { endAbsence, stateAbsence } from "@/lib/membership/absence/commands";
import { absenceInput, backInput } from "@/lib/membership/absence/schema";
import { renewCard, setCard } from "@/lib/membership/card/commands";
import { cardInput, renewCardInput } from "@/lib/membership/card/schema";
import { askHelp, closeHelp } from "@/lib/membership/help/commands";
import { askHelpInput, closeHelpInput } from "@/lib/membership/help/schema";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { leaveInput } from "@/lib/membership/leaving/schema";
import type { Done } from "@/lib/membership/notice/rules";
import { PAPERS_LISTS } from "@/lib/membership/papers/schema";
import { pauseMembership, resumeMembership } from "@/lib/membership/pausing/commands";
import { pauseInput, pausingInput } from "@/lib/membership/pausing/schema";
import { renewPledge, showMembership } from "@/lib/membership/pledge/commands";
import { renewInput, showInput } from "@/lib/membership/pledge/schema";
import { formAction } from "./form-action";

type Page =
  | "/associations/[slug]"
  | "/associations/[slug]/pledge"
  | "/associations/[slug]/card"
  | "/associations/[slug]/standing"
  | "/associations/[slug]/manage/care";

/** Back to a page of the association, which then says what has just happened: the same with and without script. */
async function goTo(pathname: Page, slug: string, done: Done | null): Promise<never> {
  return redirect({ href: { pathname, params: { slug }, query: done ? { done } : {} }, locale: await getLocale() });
}

export const renewPledgeAction = formAction({
  name: "app/_actions/membership.ts#renewPledgeAction",
  schema: renewInput,
  lists: PAPERS_LISTS,
  command: renewPledge,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/pledge", associationSlug, "pledgeRenewed"),
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
  onDone: ({ associationSlug, state, isInCustody }) =>
    goTo("/associations/[slug]", associationSlug, state === "LEFT" ? (isInCustody ? "leftInCustody" : "left") : null),
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
