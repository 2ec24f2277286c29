"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { changeRole, defineRole, retireRole } from "@/lib/membership/bundle/commands";
import { BUNDLE_LISTS, changeRoleInput, defineRoleInput, retireRoleInput } from "@/lib/membership/bundle/schema";
import type { Done } from "@/lib/membership/notice/rules";
import { acceptRole, endRole, offerRole, refuseRole, takeUpCustody } from "@/lib/membership/role/commands";
import { acceptRoleInput, custodyInput, offerRoleInput, roleInput } from "@/lib/membership/role/schema";
import { giveTrust, withdrawTrust } from "@/lib/membership/trust/commands";
import { trustInput, withdrawTrustInput } from "@/lib/membership/trust/schema";
import { formAction } from "./form-action";

type Page = "/associations/[slug]" | "/associations/[slug]/manage/roles" | "/associations/[slug]/roles";

async function goTo(pathname: Page, slug: string, done: Done): Promise<never> {
  return redirect({ href: { pathname, params: { slug }, query: { done } }, locale: await getLocale() });
}

const toDesk = (slug: string, done: Done) => goTo("/associations/[slug]/manage/roles", slug, done);

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

export const giveTrustAction = formAction({
  name: "app/_actions/bundle.ts#giveTrustAction",
  schema: trustInput,
  command: giveTrust,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/roles", associationSlug, "trustGiven"),
});

export const withdrawTrustAction = formAction({
  name: "app/_actions/bundle.ts#withdrawTrustAction",
  schema: withdrawTrustInput,
  command: withdrawTrust,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/roles", associationSlug, "trustWithdrawn"),
});

export const offerRoleAction = formAction({
  name: "app/_actions/bundle.ts#offerRoleAction",
  schema: offerRoleInput,
  command: offerRole,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]/manage/roles", associationSlug, "roleOffered"),
});

export const acceptRoleAction = formAction({
  name: "app/_actions/bundle.ts#acceptRoleAction",
  schema: acceptRoleInput,
  command: acceptRole,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]", associationSlug, "roleAccepted"),
});

export const refuseRoleAction = formAction({
  name: "app/_actions/bundle.ts#refuseRoleAction",
  schema: roleInput,
  command: refuseRole,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]", associationSlug, "roleRefused"),
});

export const endRoleAction = formAction({
  name: "app/_actions/bundle.ts#endRoleAction",
  schema: roleInput,
  command: endRole,
  onDone: ({ associationSlug, isOwn }) =>
    goTo(isOwn ? "/associations/[slug]" : "/associations/[slug]/manage/roles", associationSlug, "roleEnded"),
});

export const takeUpCustodyAction = formAction({
  name: "app/_actions/bundle.ts#takeUpCustodyAction",
  schema: custodyInput,
  command: takeUpCustody,
  onDone: ({ associationSlug }) => goTo("/associations/[slug]", associationSlug, "custodyTaken"),
});
