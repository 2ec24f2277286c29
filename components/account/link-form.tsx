import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { ButtonLook } from "@/components/ui/button-look";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/form/form-state";

type LinkFormProps = {
  action: FormAction;
  formKey: string;
  next: string | null;
  email?: string | undefined;
  submit: string;
  look?: ButtonLook["look"];
  /** Id of the heading that names the form. */
  labelledBy?: string | undefined;
};

/** Asks for a link by mail. */
export function LinkForm({ action, formKey, next, email, submit, look = "neutral", labelledBy }: LinkFormProps) {
  const t = useTranslations("account.signIn");
  return (
    <Form action={action} formKey={formKey} hidden={next ? { next } : undefined} labelledBy={labelledBy}>
      <TextField name="email" type="email" label={t("email")} value={email} autoComplete="email" />
      <SubmitButton look={look} isWide>
        <Icon name="mail" /> {submit}
      </SubmitButton>
    </Form>
  );
}
