import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormAction } from "@/lib/form/form-state";
import { audienceOf, reachOf } from "@/lib/member/audience/rules";
import { AUDIENCES, PROFILE_FIELDS, type Profile, REACHES } from "@/lib/member/types";

type PrivacyFormProps = { profile: Profile; action: FormAction; formKey: string };

/** Who finds the profile, who sees each part of it, and whether one lets oneself be asked. */
export function PrivacyForm({ profile, action, formKey }: PrivacyFormProps) {
  const t = useTranslations("member");
  const options = AUDIENCES.map((audience) => ({ value: audience, label: t(`audience.${audience}`) }));
  return (
    <Form action={action} formKey={formKey}>
      <RadioGroup
        name="reach"
        label={t("privacy.reach")}
        choices={REACHES.map((reach) => ({ value: reach, label: t(`privacy.reachChoice.${reach}`) }))}
        value={reachOf(profile)}
      />
      <Checkbox
        name="isAskable"
        label={t("privacy.askable")}
        note={t("privacy.askableHint")}
        isChecked={profile.isAskable}
      />
      <fieldset className="field-group">
        <legend>{t("privacy.fields")}</legend>
        <p className="hint">{t("privacy.fieldsHint")}</p>
        <div className="audiences">
          {PROFILE_FIELDS.map((field) => (
            <Select
              key={field}
              name={field}
              label={t(`field.${field}`)}
              options={options}
              value={audienceOf(profile.audiences, field)}
            />
          ))}
        </div>
      </fieldset>
      <SubmitButton>{t("privacy.save")}</SubmitButton>
    </Form>
  );
}
