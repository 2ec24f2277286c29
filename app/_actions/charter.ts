"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { publishCharter } from "@/lib/membership/charter/commands";
import { publishInput } from "@/lib/membership/charter/schema";
import { discardDraft, saveDraft } from "@/lib/membership/draft/commands";
import { DRAFT_LISTS, discardInput, draftInput } from "@/lib/membership/draft/schema";
import type { Done } from "@/lib/membership/notice/rules";
import { formAction } from "./form-action";

type Page = "/associations/[slug]/manage/charter" | "/associations/[slug]/pledge";

async function goTo(pathname: Page, slug: string, done: Done): Promise<never> {
  return redirect({ href: { pathname, params: { slug }, query: { done } }, locale: await getLocale() });
}

export const saveDraftAction = formAction({
  name: "app/_actions/charter.ts#saveDraftAction",
  schema: draftInput,
  lists: DRAFT_LISTS,
  command: saveDraft,
  onDone: ({ associationSlug, outcome }) =>
    goTo("/associations/[slug]/manage/charter", associationSlug, outcome === "SAVED" ? "draftSaved" : "draftAside"),
});

export const discardDraftAction = formAction({
  name: "app/_actions/charter.ts#discardDraftAction",
  schema: discardInput,
  command: discardDraft,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/manage/charter", associationSlug, "draftDiscarded"),
});

export const publishCharterAction = formAction({
  name: "app/_actions/charter.ts#publishCharterAction",
  schema: publishInput,
  command: publishCharter,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/pledge", associationSlug, "charterPublished"),
});
