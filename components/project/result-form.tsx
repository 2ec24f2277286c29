import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import type { FormAction } from "@/lib/form/form-state";
import { RESULT_CHARS_MAX, RESULT_CHARS_MIN } from "@/lib/project/schema";

/** What is there now that was not there before (rule PJ7). */
export function ResultForm({ action, slug }: { action: FormAction; slug: string }) {
  const t = useTranslations("project.result");
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ slug }}>
      <TextArea
        name="result"
        label={t("text")}
        hint={t("textHint", { min: RESULT_CHARS_MIN })}
        rows={8}
        charsMax={RESULT_CHARS_MAX}
      />
      <TextField name="resultUrl" type="url" label={t("url")} hint={t("urlHint")} isOptional />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}
