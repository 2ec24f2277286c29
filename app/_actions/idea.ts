"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { declineIdeaInvitation, inviteToIdea, withdrawIdeaInvitation } from "@/lib/project/asking/commands";
import { inviteToIdeaInput, sentInvitationInput } from "@/lib/project/asking/schema";
import { joinIdea, openIdea, proposeIdea, withdrawFromIdea } from "@/lib/project/idea/commands";
import { becomeInput, ideaInput, joinIdeaInput, openIdeaInput } from "@/lib/project/idea/schema";
import { PROJECT_LISTS } from "@/lib/project/schema";
import { answerSeat } from "@/lib/project/seat/commands";
import { answerSeatInput } from "@/lib/project/seat/schema";
import { formAction } from "./form-action";

/** Back to a page of the idea, which says what was done. */
async function goTo(pathname: "/projects/[slug]" | "/projects/[slug]/manage", slug: string, done: string) {
  return redirect({ href: { pathname, params: { slug }, query: { done } }, locale: await getLocale() });
}

const toPage = (done: string) => (value: { slug: string }) => goTo("/projects/[slug]", value.slug, done);
const toDesk = (done: string) => (value: { slug: string }) => goTo("/projects/[slug]/manage", value.slug, done);

export const openIdeaAction = formAction({
  name: "app/_actions/idea.ts#openIdeaAction",
  schema: openIdeaInput,
  lists: PROJECT_LISTS,
  limit: { name: "openIdea", max: 20, windowSeconds: 86_400 },
  command: openIdea,
  onDone: toPage("ideaOpened"),
});

export const joinIdeaAction = formAction({
  name: "app/_actions/idea.ts#joinIdeaAction",
  schema: joinIdeaInput,
  limit: { name: "joinIdea", max: 60, windowSeconds: 86_400 },
  command: joinIdea,
  onDone: toPage("ideaJoined"),
});

export const withdrawFromIdeaAction = formAction({
  name: "app/_actions/idea.ts#withdrawFromIdeaAction",
  schema: ideaInput,
  command: withdrawFromIdea,
  onDone: toPage("ideaLeft"),
});

export const proposeIdeaAction = formAction({
  name: "app/_actions/idea.ts#proposeIdeaAction",
  schema: becomeInput,
  lists: PROJECT_LISTS,
  command: proposeIdea,
  onDone: toDesk("ideaProposed"),
});

export const inviteToIdeaAction = formAction({
  name: "app/_actions/idea.ts#inviteToIdeaAction",
  schema: inviteToIdeaInput,
  limit: { name: "inviteToIdea", max: 20, windowSeconds: 86_400 },
  command: inviteToIdea,
  onDone: toDesk("ideaInvited"),
});

export const declineIdeaInvitationAction = formAction({
  name: "app/_actions/idea.ts#declineIdeaInvitationAction",
  schema: ideaInput,
  command: declineIdeaInvitation,
  onDone: toPage("ideaDeclined"),
});

export const withdrawIdeaInvitationAction = formAction({
  name: "app/_actions/idea.ts#withdrawIdeaInvitationAction",
  schema: sentInvitationInput,
  command: withdrawIdeaInvitation,
  onDone: toDesk("ideaTakenBack"),
});

const SEATED = { ACCEPTED: "seatAccepted", QUEUED: "seatQueued", DECLINED: "seatDeclined" } as const;

export const answerSeatAction = formAction({
  name: "app/_actions/idea.ts#answerSeatAction",
  schema: answerSeatInput,
  command: answerSeat,
  onDone: ({ slug, outcome }) => goTo("/projects/[slug]", slug, SEATED[outcome]),
});
