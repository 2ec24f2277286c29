"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { applyToAssociation, withdrawApplication } from "@/lib/membership/application/commands";
import { applyInput, withdrawInput } from "@/lib/membership/application/schema";
import { confirmPapers } from "@/lib/membership/confirmation/commands";
import { confirmPapersInput } from "@/lib/membership/confirmation/schema";
import { sayOnApplication } from "@/lib/membership/conversation/commands";
import { sayInput } from "@/lib/membership/conversation/schema";
import { decideApplication } from "@/lib/membership/decision/commands";
import { decideInput } from "@/lib/membership/decision/schema";
import type { Done } from "@/lib/membership/notice/rules";
import { PAPERS_LISTS } from "@/lib/membership/papers/schema";
import { askVouch, giveVouch, refuseVouch } from "@/lib/membership/vouch/commands";
import { askVouchInput, giveVouchInput, vouchInput } from "@/lib/membership/vouch/schema";
import { formAction } from "./form-action";

type Page = "/associations/[slug]/pledge" | "/associations/[slug]/manage/applications";

/** Back to one's own application, which says what has just happened. */
async function toOwn(id: string, done: Done): Promise<never> {
  return redirect({
    href: { pathname: "/applications/[id]", params: { id }, query: { done } },
    locale: await getLocale(),
  });
}

/** Back to the desk of whoever admits. */
async function toDesk(slug: string, id: string, done: Done): Promise<never> {
  const pathname = "/associations/[slug]/manage/applications/[id]";
  return redirect({ href: { pathname, params: { slug, id }, query: { done } }, locale: await getLocale() });
}

async function goTo(pathname: Page, slug: string, done: Done): Promise<never> {
  return redirect({ href: { pathname, params: { slug }, query: { done } }, locale: await getLocale() });
}

async function toList(done: Done): Promise<never> {
  return redirect({ href: { pathname: "/applications", query: { done } }, locale: await getLocale() });
}

export const sayOnApplicationAction = formAction({
  name: "app/_actions/application.ts#sayOnApplicationAction",
  schema: sayInput,
  limit: { name: "sayOnApplication", max: 60, windowSeconds: 3600 },
  command: sayOnApplication,
  onDone: ({ applicationId, associationSlug, isApplicants }) =>
    isApplicants ? toOwn(applicationId, "said") : toDesk(associationSlug, applicationId, "said"),
});

export const askVouchAction = formAction({
  name: "app/_actions/application.ts#askVouchAction",
  schema: askVouchInput,
  command: askVouch,
  onDone: ({ applicationId }) => toOwn(applicationId, "vouchAsked"),
});

export const giveVouchAction = formAction({
  name: "app/_actions/application.ts#giveVouchAction",
  schema: giveVouchInput,
  command: giveVouch,
  onDone: () => toList("vouchGiven"),
});

export const refuseVouchAction = formAction({
  name: "app/_actions/application.ts#refuseVouchAction",
  schema: vouchInput,
  command: refuseVouch,
  onDone: () => toList("vouchRefused"),
});

export const applyToAssociationAction = formAction({
  name: "app/_actions/application.ts#applyToAssociationAction",
  schema: applyInput,
  lists: PAPERS_LISTS,
  command: applyToAssociation,
  onDone: ({ applicationId: id, associationSlug, isMember }) =>
    isMember ? goTo("/associations/[slug]/pledge", associationSlug, "joined") : toOwn(id, "applied"),
});

export const withdrawApplicationAction = formAction({
  name: "app/_actions/application.ts#withdrawApplicationAction",
  schema: withdrawInput,
  command: withdrawApplication,
  onDone: ({ applicationId: id }) => toOwn(id, "withdrawn"),
});

export const confirmPapersAction = formAction({
  name: "app/_actions/application.ts#confirmPapersAction",
  schema: confirmPapersInput,
  lists: PAPERS_LISTS,
  command: confirmPapers,
  onDone: ({ applicationId: id }) => toOwn(id, "papersConfirmed"),
});

export const decideApplicationAction = formAction({
  name: "app/_actions/application.ts#decideApplicationAction",
  schema: decideInput,
  command: decideApplication,
  onDone: ({ associationSlug, state }) => {
    const done = state === "ACCEPTED" ? "admitted" : state === "DECLINED" ? "declined" : "supported";
    return goTo("/associations/[slug]/manage/applications", associationSlug, done);
  },
});
