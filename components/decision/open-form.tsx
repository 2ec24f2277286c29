import { useLocale, useTranslations } from "next-intl";
import { RadioGroup } from "@/components/form/choices";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { Rows } from "@/components/form/rows";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { OPTIONS_MAX, TEXT_CHARS_MAX } from "@/lib/decision/schema";
import { QUORUMS, SECRECIES, THRESHOLDS } from "@/lib/decision/types";
import type { FormAction } from "@/lib/form/form-state";

type OpenFormProps = { slug: string; action: FormAction; days: { min: string; max: string } };

/** A proposal and the terms of its vote: what is said here is not relaxed afterwards (rules DC3, DC5). */
export function OpenForm({ slug, action, days }: OpenFormProps) {
  const t = useTranslations("decision");
  const locale = useLocale();
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ associationSlug: slug, contentLocale: locale }}>
      <TextField name="title" label={t("form.name")} />
      <TextArea name="text" label={t("form.text")} rows={8} charsMax={TEXT_CHARS_MAX} />
      <Options />
      <RadioGroup
        name="secrecy"
        label={t("form.secrecy")}
        value="HIDDEN"
        isBoxed
        choices={SECRECIES.map((one) => ({
          value: one,
          label: t(`secrecyLong.${one}`),
          note: t(`secrecyNote.${one}`),
        }))}
      />
      <div className="pair">
        <Select
          name="quorum"
          label={t("form.quorum")}
          value="HALF"
          options={QUORUMS.map((one) => ({ value: one, label: t(`quorum.${one}`) }))}
        />
        <Select
          name="threshold"
          label={t("form.threshold")}
          value="MAJORITY"
          options={THRESHOLDS.map((one) => ({ value: one, label: t(`threshold.${one}`) }))}
        />
      </div>
      <DateField name="closesOn" label={t("form.closesOn")} {...days} />
      <SubmitButton size="big">{t("form.submit")}</SubmitButton>
    </Form>
  );
}

function Options() {
  const t = useTranslations("decision.form");
  const rows = Array.from({ length: OPTIONS_MAX }, (_, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows are positions of one form
    <TextField key={i} name={`options.${i}`} label={`${t("option")} ${i + 1}`} isOptional />
  ));
  return (
    <fieldset>
      <legend>{t("options")}</legend>
      <p className="hint">{t("optionsHint")}</p>
      <Rows name="options" rows={rows} shown={2} addLabel={t("addOption")} removeLabel={t("removeOption")} />
    </fieldset>
  );
}
