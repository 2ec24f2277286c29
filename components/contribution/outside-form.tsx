import { useLocale, useTranslations } from "next-intl";
import { labelOf } from "@/components/association/values";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { ContributionsView } from "@/lib/contribution/outside/types";
import { CONTRIBUTION_KINDS } from "@/lib/contribution/types";
import type { FormAction } from "@/lib/form/form-state";

type OutsideFormProps = { action: FormAction; view: ContributionsView; today: string };

/** What one did for the association, when, how much, for which of its values: somebody else will say that it was so. */
export function OutsideForm({ action, view: { association, values, firstDay }, today }: OutsideFormProps) {
  const t = useTranslations("contribution");
  const locale = useLocale();
  const kinds = CONTRIBUTION_KINDS.map((kind) => ({ value: kind, label: t(`association.kind.${kind}`) }));
  const words = values.map(({ word, valueSlug }) => ({
    value: word,
    label: labelOf({ valueSlug, name: word }, locale),
  }));
  return (
    <Form
      action={action}
      formKey={crypto.randomUUID()}
      hidden={{ associationSlug: association.slug }}
      labelledBy="declare-title"
    >
      <TextField name="title" label={t("what")} hint={t("association.whatHint")} />
      <Select name="kind" label={t("kindLabel")} options={kinds} value="TIME" />
      <div className="pair">
        <DateField name="doneOn" label={t("doneOn")} value={today} min={firstDay} max={today} />
        <NumberField
          name="hours"
          label={t("hoursLabel")}
          hint={t("association.hoursHint")}
          min={0.5}
          step={0.5}
          isOptional
        />
      </div>
      <TextField name="evidenceUrl" type="url" label={t("evidence")} hint={t("evidenceHint")} isOptional />
      <Select
        name="value"
        label={t("association.value")}
        options={words}
        none={t("association.valueNone")}
        isOptional
      />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}
