"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { changeRole, defineRole, retireRole } from "@/lib/membership/bundle/commands";
import { BUNDLE_LISTS, changeRoleInput, defineRoleInput, retireRoleInput } from "@/lib/membership/bundle/schema";
import type { Done } from "@/lib/membership/notice/rules";
import { formAction } from "./form-action";

async function toDesk(slug: string, done: Done): Promise<never> {
  const pathname = "/associations/[slug]/manage/roles";
  return redirect({ href: { pathname, params: { slug }, query: { done } }, locale: await getLocale() });
}

export const defineRoleAction = formAction({
  name: "app/_actions/bundle.ts#defineRoleAction",
  schema: defineRoleInput,
  lists: BUNDLE_LISTS,
  command: defineRole,
  onDone: ({ associationSlug }) => toDesk(associationSlug, "roleDefined"),
});

export const changeRoleAction = formAction({
  name: "app/_actions/bundle.ts#changeRoleAction",
  schema: changeRoleInput,
  lists: BUNDLE_LISTS,
  command: changeRole,
  onDone: ({ associationSlug }) => toDesk(associationSlug, "roleChanged"),
});

export const retireRoleAction = formAction({
  name: "app/_actions/bundle.ts#retireRoleAction",
  schema: retireRoleInput,
  command: retireRole,
  onDone: ({ associationSlug }) => toDesk(associationSlug, "roleRetired"),
});
