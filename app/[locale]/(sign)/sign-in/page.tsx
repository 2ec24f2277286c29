import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requestLinkAction, signInAction } from "@/app/_actions/account";
import { SignIn } from "@/components/account/sign-in";
import { getViewer } from "@/lib/auth/session";
import { LINK_MINUTES } from "@/lib/auth/token";
import { getPathname } from "@/lib/i18n/navigation";
import { isMailShown } from "@/lib/mail/development";
import { page } from "../../page-shape";
import { nextOf } from "../next-path";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.signIn");
  return { title: t("metaTitle") };
}

export default page(async function SignInPage({ searchParams }: PageProps<"/[locale]/sign-in">) {
  const next = nextOf(await searchParams);
  const home = getPathname({ href: "/home", locale: await getLocale() });
  if (await getViewer()) redirect((next ?? home) as Route);
  return (
    <SignIn
      passwordAction={signInAction}
      linkAction={requestLinkAction}
      formKeys={[crypto.randomUUID(), crypto.randomUUID()]}
      next={next}
      minutes={LINK_MINUTES}
      isMailShown={isMailShown()}
    />
  );
});
