"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { foundAssociation } from "@/lib/membership/founding/commands";
import { foundInput } from "@/lib/membership/founding/schema";
import type { Done } from "@/lib/membership/notice/rules";
import { PAPERS_LISTS } from "@/lib/membership/papers/schema";
import { setEntry, setIdentity } from "@/lib/membership/setting/commands";
import { entryInput, identityInput } from "@/lib/membership/setting/schema";
import { formAction } from "./form-action";

export const foundAssociationAction = formAction({
  name: "app/_actions/association.ts#foundAssociationAction",
  schema: foundInput,
  lists: PAPERS_LISTS,
  command: foundAssociation,
  onDone: async ({ associationSlug: slug }) =>
    redirect({
      href: { pathname: "/associations/[slug]", params: { slug }, query: { done: "founded" satisfies Done } },
      locale: await getLocale(),
    }),
});

/** Back to the page of the desk it was set on, which says that it is saved. */
async function toDesk(page: "entry" | "identity", slug: string, done: Done): Promise<never> {
  const href = { pathname: `/associations/[slug]/manage/${page}`, params: { slug }, query: { done } } as const;
  return redirect({ href, locale: await getLocale() });
}

export const setEntryAction = formAction({
  name: "app/_actions/association.ts#setEntryAction",
  schema: entryInput,
  command: setEntry,
  onDone: ({ associationSlug }) => toDesk("entry", associationSlug, "entryEdited"),
});

export const setIdentityAction = formAction({
  name: "app/_actions/association.ts#setIdentityAction",
  schema: identityInput,
  command: setIdentity,
  onDone: ({ associationSlug }) => toDesk("identity", associationSlug, "identityEdited"),
});
