import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { signUpAction } from "@/app/_actions/account";
import { MailHint } from "@/components/account/mail-hint";
import { SignUpForm } from "@/components/account/sign-up-form";
import { getViewer } from "@/lib/auth/session";
import { getPathname, Link } from "@/lib/i18n/navigation";
import { isMailShown } from "@/lib/mail/development";
import { page } from "../../page-shape";
import { nextOf } from "../next-path";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.signUp");
  return { title: t("metaTitle") };
}

export default page(async function SignUpPage({ searchParams }: PageProps<"/[locale]/sign-up">) {
  const next = nextOf(await searchParams);
  if (await getViewer()) redirect(getPathname({ href: "/home", locale: await getLocale() }) as Route);
  const t = await getTranslations("account.signUp");
  const signIn = { pathname: "/sign-in", query: next ? { next } : {} } as const;
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="soft">{t.rich("lead", { signIn: (words) => <Link href={signIn}>{words}</Link> })}</p>
      <SignUpForm action={signUpAction} formKey={crypto.randomUUID()} next={next} />
      {isMailShown() ? <MailHint /> : null}
    </>
  );
});
