"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { foundAssociation } from "@/lib/membership/founding/commands";
import { foundInput } from "@/lib/membership/founding/schema";
import type { Done } from "@/lib/membership/notice/rules";
import { PAPERS_LISTS } from "@/lib/membership/papers/schema";
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
