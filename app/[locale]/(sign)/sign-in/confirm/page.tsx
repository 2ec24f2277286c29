import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { confirmLinkAction, requestLinkAction } from "@/app/_actions/account";
import { DeadLink, LiveLink } from "@/components/account/confirm-link";
import { findLink } from "@/lib/auth/link";
import { LINK_MINUTES } from "@/lib/auth/token";
import { page } from "../../../page-shape";
import { nextOf, one } from "../../next-path";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.confirm");
  return { title: t("metaTitle"), robots: { index: false }, referrer: "same-origin" };
}

/** Shows who a link lets in. Opening it spends nothing: mail scanners open links too. */
export default page(async function ConfirmPage({ searchParams }: PageProps<"/[locale]/sign-in/confirm">) {
  const search = await searchParams;
  const [email, token, next] = [one(search, "email"), one(search, "token"), nextOf(search)];
  const found = await findLink({ email, token });
  const keys = [crypto.randomUUID(), crypto.randomUUID()] as const;
  const shared = { email, next, linkAction: requestLinkAction };
  if (!found) return <DeadLink {...shared} formKey={keys[1]} minutes={LINK_MINUTES} />;
  return <LiveLink {...shared} token={token} name={found.name} confirmAction={confirmLinkAction} formKeys={keys} />;
});
