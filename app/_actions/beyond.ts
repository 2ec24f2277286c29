"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { acceptBeyond, declineBeyond, offerBeyond, withdrawBeyond } from "@/lib/project/beyond/commands";
import { beyondRefInput, offerBeyondInput } from "@/lib/project/beyond/schema";
import { formAction } from "./form-action";

/** Back to a page of the project, which says what was done. */
const to =
  (pathname: "/projects/[slug]" | "/projects/[slug]/manage", done: string) => async (value: { slug: string }) =>
    redirect({ href: { pathname, params: { slug: value.slug }, query: { done } }, locale: await getLocale() });

export const offerBeyondAction = formAction({
  name: "app/_actions/beyond.ts#offerBeyondAction",
  schema: offerBeyondInput,
  limit: { name: "offerBeyond", max: 20, windowSeconds: 86_400 },
  command: offerBeyond,
  onDone: to("/projects/[slug]", "offeredBeyond"),
});

export const withdrawBeyondAction = formAction({
  name: "app/_actions/beyond.ts#withdrawBeyondAction",
  schema: beyondRefInput,
  command: withdrawBeyond,
  onDone: to("/projects/[slug]", "beyondWithdrawn"),
});

export const acceptBeyondAction = formAction({
  name: "app/_actions/beyond.ts#acceptBeyondAction",
  schema: beyondRefInput,
  command: acceptBeyond,
  onDone: to("/projects/[slug]/manage", "beyondAccepted"),
});

export const declineBeyondAction = formAction({
  name: "app/_actions/beyond.ts#declineBeyondAction",
  schema: beyondRefInput,
  command: declineBeyond,
  onDone: to("/projects/[slug]/manage", "declined"),
});
