import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";

type SignUpFormProps = { action: FormAction; formKey: string; next: string | null };

/** Who one is and where a mail finds them; everything else comes after. */
export function SignUpForm({ action, formKey, next }: SignUpFormProps) {
  const t = useTranslations("account.signUp");
  return (
    <Form action={action} formKey={formKey} hidden={next ? { next } : undefined}>
      <TextField name="name" label={t("name")} hint={t("nameHint")} autoComplete="name" />
      <TextField name="email" type="email" label={t("email")} hint={t("emailHint")} autoComplete="email" />
      <Checkbox name="isAdult" value="on" label={t("isAdult")} />
      <Checkbox
        name="acceptsDocuments"
        value="on"
        label={t.rich("accepts", {
          terms: (words) => <Link href="/terms">{words}</Link>,
          privacy: (words) => <Link href="/privacy">{words}</Link>,
        })}
      />
      <SubmitButton size="big" isWide>
        {t("submit")}
      </SubmitButton>
    </Form>
  );
}
