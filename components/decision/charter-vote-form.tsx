import { useLocale, useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { FormAction } from "@/lib/form/form-state";

type CharterVoteFormProps = { slug: string; action: FormAction; days: { min: string; max: string } };

/** Puts the saved draft to the vote, where the association wants one before it is published (rule DC6). */
export function CharterVoteForm({ slug, action, days }: CharterVoteFormProps) {
  const t = useTranslations("decision.charter");
  const locale = useLocale();
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ associationSlug: slug, contentLocale: locale }}>
      <p className="hint">{t("note")}</p>
      <TextField name="title" label={t("what")} />
      <DateField name="closesOn" label={t("closesOn")} {...days} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}
