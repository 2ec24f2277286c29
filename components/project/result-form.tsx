import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { Rows } from "@/components/form/rows";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import type { FormAction } from "@/lib/form/form-state";
import { LESSONS_CHARS_MAX, RESULT_CHARS_MAX, RESULT_CHARS_MIN, RESULT_LINKS_MAX } from "@/lib/project/schema";

/** What is there now that was not there before (rule PJ7), what one learned, and where there is more. */
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
      <TextArea
        name="lessons"
        label={t("lessons")}
        hint={t("lessonsHint")}
        rows={4}
        charsMax={LESSONS_CHARS_MAX}
        isOptional
      />
      <Links />
      <SubmitButton>{t("submit")}</SubmitButton>
      <p className="meta">{t("submitNote")}</p>
    </Form>
  );
}

function Links() {
  const t = useTranslations("project.result");
  const rows = Array.from({ length: RESULT_LINKS_MAX }, (_, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows are positions of one form
    <fieldset key={i} className="pair">
      <legend className="vh">{t("linkRow", { number: i + 1 })}</legend>
      <TextField name={`links.${i}.url`} type="url" label={t("url")} hint={t("urlHint")} isOptional />
      <TextField name={`links.${i}.label`} label={t("linkLabel")} isOptional />
    </fieldset>
  ));
  return (
    <fieldset className="field-group">
      <legend>{t("links")}</legend>
      <Rows name="links" rows={rows} shown={1} addLabel={t("addLink")} removeLabel={t("removeLink")} />
    </fieldset>
  );
}
