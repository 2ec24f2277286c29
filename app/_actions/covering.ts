"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { askToCover, coverNeed, declineNeedAsk, withdrawNeedAsk } from "@/lib/project/covering/commands";
import { askToCoverInput, coverInput, needAskInput } from "@/lib/project/covering/schema";
import { formAction } from "./form-action";

/** Back to who could cover the need, which says what was done. */
const toCandidates = (done: string) => async (value: { slug: string; needId: string }) => {
  const params = { slug: value.slug, id: value.needId };
  const href = { pathname: "/projects/[slug]/needs/[id]/cover", params, query: { done } } as const;
  return redirect({ href, locale: await getLocale() });
};

const toPage = async (slug: string, done: string) =>
  redirect({ href: { pathname: "/projects/[slug]", params: { slug }, query: { done } }, locale: await getLocale() });

export const askToCoverAction = formAction({
  name: "app/_actions/covering.ts#askToCoverAction",
  schema: askToCoverInput,
  limit: { name: "askToCover", max: 20, windowSeconds: 86_400 },
  command: askToCover,
  onDone: toCandidates("needAsked"),
});

export const withdrawNeedAskAction = formAction({
  name: "app/_actions/covering.ts#withdrawNeedAskAction",
  schema: needAskInput,
  command: withdrawNeedAsk,
  onDone: toCandidates("needAskWithdrawn"),
});

export const coverNeedAction = formAction({
  name: "app/_actions/covering.ts#coverNeedAction",
  schema: coverInput,
  command: coverNeed,
  onDone: ({ slug, outcome }) => toPage(slug, outcome === "ACCEPTED" ? "covered" : "coveredQueued"),
});

export const declineNeedAskAction = formAction({
  name: "app/_actions/covering.ts#declineNeedAskAction",
  schema: needAskInput,
  command: declineNeedAsk,
  onDone: ({ slug }) => toPage(slug, "needAskDeclined"),
});
