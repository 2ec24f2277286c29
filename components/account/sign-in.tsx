import { useTranslations } from "next-intl";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import { LinkForm } from "./link-form";
import { MailHint } from "./mail-hint";
import { PasswordSignInForm } from "./password-sign-in-form";

type SignInProps = {
  passwordAction: FormAction;
  linkAction: FormAction;
  formKeys: readonly [password: string, link: string];
  next: string | null;
  minutes: number;
  isMailShown: boolean;
};

/** Two ways in: a password for who added one, a link by mail for everybody. */
export function SignIn({ passwordAction, linkAction, formKeys, next, minutes, isMailShown }: SignInProps) {
  const t = useTranslations("account.signIn");
  const signUp = { pathname: "/sign-up", query: next ? { next } : {} } as const;
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="soft">{t.rich("lead", { signUp: (words) => <Link href={signUp}>{words}</Link> })}</p>
      <section aria-labelledby="by-password">
        <h2 className="vh" id="by-password">
          {t("byPassword")}
        </h2>
        <PasswordSignInForm
          action={passwordAction}
          formKey={formKeys[0]}
          next={next}
          labelledBy="by-password"
          linkAnchor="#by-link"
        />
      </section>
      <p className="or">
        <span>{t("or")}</span>
      </p>
      <section aria-labelledby="by-link">
        <h2 className="h-small" id="by-link">
          {t("byLink")}
        </h2>
        <p className="meta mb-4">{t("linkHint", { minutes })}</p>
        <LinkForm action={linkAction} formKey={formKeys[1]} next={next} submit={t("sendLink")} labelledBy="by-link" />
      </section>
      {isMailShown ? <MailHint /> : null}
    </>
  );
}
