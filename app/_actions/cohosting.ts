"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { answerCoHost, askCoHost, withdrawCoHost } from "@/lib/project/cohosting/commands";
import { answerCoHostInput, askCoHostInput, coHostRefInput } from "@/lib/project/cohosting/schema";
import { leaveLead, offerLead, takeLead, withdrawLead } from "@/lib/project/lead/commands";
import { leadInput, takeLeadInput } from "@/lib/project/lead/schema";
import { leaveCoHosting, letCoHostGo } from "@/lib/project/parting/commands";
import { letGoInput } from "@/lib/project/parting/schema";
import { formAction } from "./form-action";

type Place = "/projects/[slug]" | "/projects/[slug]/manage" | "/associations/[slug]/manage/projects";

/** Back to a page, which says what was done. */
async function goTo(pathname: Place, slug: string, done: string): Promise<never> {
  return redirect({ href: { pathname, params: { slug }, query: { done } }, locale: await getLocale() });
}

const toDesk = (done: string) => (value: { slug: string }) => goTo("/projects/[slug]/manage", value.slug, done);
const toStewards = (association: string, done: string) =>
  goTo("/associations/[slug]/manage/projects", association, done);

export const askCoHostAction = formAction({
  name: "app/_actions/cohosting.ts#askCoHostAction",
  schema: askCoHostInput,
  limit: { name: "askCoHost", max: 20, windowSeconds: 86_400 },
  command: askCoHost,
  onDone: toDesk("coHostAsked"),
});

export const answerCoHostAction = formAction({
  name: "app/_actions/cohosting.ts#answerCoHostAction",
  schema: answerCoHostInput,
  command: answerCoHost,
  onDone: ({ association, state }) => toStewards(association, state === "CARRYING" ? "coHostJoined" : "coHostNotNow"),
});

export const withdrawCoHostAction = formAction({
  name: "app/_actions/cohosting.ts#withdrawCoHostAction",
  schema: coHostRefInput,
  command: withdrawCoHost,
  onDone: toDesk("coHostWithdrawn"),
});

export const leaveCoHostingAction = formAction({
  name: "app/_actions/cohosting.ts#leaveCoHostingAction",
  schema: coHostRefInput,
  command: leaveCoHosting,
  onDone: ({ association }) => toStewards(association, "coHostLeft"),
});

export const letCoHostGoAction = formAction({
  name: "app/_actions/cohosting.ts#letCoHostGoAction",
  schema: letGoInput,
  command: letCoHostGo,
  onDone: toDesk("coHostLetGo"),
});

export const offerLeadAction = formAction({
  name: "app/_actions/cohosting.ts#offerLeadAction",
  schema: leadInput,
  command: offerLead,
  onDone: toDesk("leadOffered"),
});

export const leaveLeadAction = formAction({
  name: "app/_actions/cohosting.ts#leaveLeadAction",
  schema: leadInput,
  command: leaveLead,
  onDone: ({ slug }) => goTo("/projects/[slug]", slug, "leadLeaving"),
});

export const withdrawLeadAction = formAction({
  name: "app/_actions/cohosting.ts#withdrawLeadAction",
  schema: leadInput,
  command: withdrawLead,
  onDone: ({ slug }) => goTo("/projects/[slug]", slug, "leadKept"),
});

export const takeLeadAction = formAction({
  name: "app/_actions/cohosting.ts#takeLeadAction",
  schema: takeLeadInput,
  command: takeLead,
  onDone: ({ slug }) => goTo("/projects/[slug]", slug, "leadTaken"),
});
