import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { Segmented } from "@/components/form/segmented";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import { Facts } from "@/components/ui/facts";
import { Instant } from "@/components/ui/moment";
import type { OwnAccount as Account } from "@/lib/account/types";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";

type OwnAccountProps = {
  account: Account;
  name: string;
  localeAction: FormAction;
  signOutAction: FormAction;
  formKeys: readonly [locale: string, signOut: string];
};

/** Who one is here, the language of mails, the way out. */
export function OwnAccount({ account, name, localeAction, signOutAction, formKeys }: OwnAccountProps) {
  const t = useTranslations("account.settings");
  return (
    <>
      <Facts facts={useFacts(account, name)} look="stack" />
      <Section id="mail-locale" title={t("mailLocale.title")}>
        <Form action={localeAction} formKey={formKeys[0]} labelledBy="mail-locale-title">
          <Segmented
            name="locale"
            label={t("mailLocale.label")}
            options={(["it", "en"] as const).map((value) => ({ value, label: t(`mailLocale.${value}`) }))}
            value={account.locale}
          />
          <SubmitButton>{t("mailLocale.submit")}</SubmitButton>
        </Form>
      </Section>
      <Section id="sign-out" title={t("account.signOut")}>
        <p className="mb-4">
          {t.rich("account.signOutText", { security: (words) => <Link href="/settings/security">{words}</Link> })}
        </p>
        <ButtonForm action={signOutAction} formKey={formKeys[1]} hidden={{}}>
          {t("account.signOut")}
        </ButtonForm>
      </Section>
    </>
  );
}

function useFacts({ email, isVerified, createdAt }: Account, name: string) {
  const t = useTranslations("account.settings.account");
  const state = isVerified ? t("isVerified") : t("isNotVerified");
  return [
    { term: t("email"), value: `${email} (${state})` },
    {
      term: t("name"),
      value: (
        <>
          {name} · <Link href="/profile">{t("editName")}</Link>
        </>
      ),
    },
    { term: t("since"), value: <Instant at={createdAt} /> },
  ];
}
