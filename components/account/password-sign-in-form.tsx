import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { FormAction } from "@/lib/form/form-state";

type Props = { action: FormAction; formKey: string; next: string | null; labelledBy: string; linkAnchor: string };

export function PasswordSignInForm({ action, formKey, next, labelledBy, linkAnchor }: Props) {
  const t = useTranslations("account.signIn");
  return (
    <Form action={action} formKey={formKey} hidden={next ? { next } : undefined} labelledBy={labelledBy}>
      <TextField name="email" type="email" label={t("email")} autoComplete="username" />
      <div className="sign-password">
        <TextField name="password" type="password" label={t("password")} autoComplete="current-password" />
        <a className="meta" href={linkAnchor}>
          {t("forgotten")}
        </a>
      </div>
      <SubmitButton size="big" isWide>
        {t("submit")}
      </SubmitButton>
    </Form>
  );
}
