import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { CONTRIBUTION_KINDS } from "@/lib/contribution/types";
import type { FormAction } from "@/lib/form/form-state";

type DeclareFormProps = {
  action: FormAction;
  slug: string;
  today: string;
  firstDay: string;
  /** Of the project, to be pointed at. */
  files: readonly { readonly id: string; readonly name: string }[];
};

/** What one did, when, how much: somebody else will say that it was so. */
export function DeclareForm({ action, slug, today, firstDay, files }: DeclareFormProps) {
  const t = useTranslations("contribution");
  const kinds = CONTRIBUTION_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }));
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ slug }} labelledBy="declare-title">
      <TextField name="title" label={t("what")} hint={t("whatHint")} />
      <div className="pair">
        <Select name="kind" label={t("kindLabel")} options={kinds} value="TIME" />
        <NumberField name="hours" label={t("hoursLabel")} hint={t("hoursHint")} min={0.5} step={0.5} isOptional />
      </div>
      <DateField name="doneOn" label={t("doneOn")} value={today} min={firstDay} max={today} />
      <TextField name="evidenceUrl" type="url" label={t("evidence")} hint={t("evidenceHint")} isOptional />
      {files.length > 0 ? (
        <Select
          name="evidenceFileId"
          label={t("evidenceFile")}
          hint={t("evidenceFileHint")}
          options={files.map(({ id, name }) => ({ value: id, label: name }))}
          none={t("evidenceNone")}
          isOptional
        />
      ) : null}
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}
