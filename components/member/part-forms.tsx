import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { FormAction } from "@/lib/form/form-state";
import { ROWS } from "@/lib/member/schema";
import type { Profile } from "@/lib/member/types";
import { LANGUAGE_CODES } from "@/lib/taxonomy/types";
import { CompetenceNames, CompetenceRows } from "./competence-fields";
import { useLanguageName } from "./language-names";
import { PlaceField } from "./place-field";
import { ProfileText } from "./profile-text";
import { ValueFields } from "./value-fields";

export type PartFormProps = { profile: Profile; action: FormAction; formKey: string };

function PartForm({ action, formKey, children }: Omit<PartFormProps, "profile"> & { children: ReactNode }) {
  const t = useTranslations("member.edit");
  return (
    <Form action={action} formKey={formKey}>
      {children}
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

/** Chi sono. */
export function WhoForm({ profile, ...form }: PartFormProps) {
  const t = useTranslations("member.edit");
  return (
    <PartForm {...form}>
      <TextField name="name" label={t("name")} hint={t("nameHint")} value={profile.name} autoComplete="name" />
      <TextField name="headline" label={t("headline")} hint={t("headlineHint")} value={profile.headline} isOptional />
      <ProfileText name="about" profile={profile} />
      <ProfileText name="story" profile={profile} rows={6} />
      <PlaceField value={profile.placeSlug} />
      <LanguageFields profile={profile} />
    </PartForm>
  );
}

/** Languages in the order of their names, and the one the person writes in. */
function LanguageFields({ profile }: { profile: Profile }) {
  const t = useTranslations("member.edit");
  const nameOf = useLanguageName();
  const locale = useLocale();
  const choices = LANGUAGE_CODES.map((code) => ({ value: code, label: nameOf(code) }));
  return (
    <>
      <div className="language-fields">
        <CheckboxGroup
          name="languages"
          label={t("languages")}
          choices={choices.toSorted((a, b) => a.label.localeCompare(b.label, locale))}
          values={profile.languages}
          isOptional
        />
      </div>
      <Select
        name="contentLocale"
        label={t("contentLocale")}
        options={[
          { value: "it", label: t("it") },
          { value: "en", label: t("en") },
        ]}
        value={profile.contentLocale}
      />
    </>
  );
}

/** Il valore che porto: the text and the competences; offers and asks have forms of their own. */
export function ValueForm({ profile, ...form }: PartFormProps) {
  const t = useTranslations("member.edit");
  return (
    <PartForm {...form}>
      <ProfileText name="valueBrought" profile={profile} />
      <fieldset className="field-group">
        <legend>{t("competences")}</legend>
        <p className="hint">{t("competencesHint", { max: ROWS.competences })}</p>
        <CompetenceNames />
        <CompetenceRows held={profile.competences} />
      </fieldset>
    </PartForm>
  );
}

/** A chi mi lego. */
export function TiesForm({ profile, ...form }: PartFormProps) {
  const t = useTranslations("member.edit");
  const { memberships } = profile;
  return (
    <PartForm {...form}>
      <ProfileText name="audience" profile={profile} />
      {memberships.length > 0 ? (
        <CheckboxGroup
          name="shown"
          label={t("shown")}
          hint={t("shownHint")}
          choices={memberships.map(({ slug, name }) => ({ value: slug, label: name }))}
          values={memberships.filter(({ isVisible }) => isVisible).map(({ slug }) => slug)}
        />
      ) : (
        <p className="meta">{t("noMemberships")}</p>
      )}
    </PartForm>
  );
}

/** Di chi mi fido. */
export function TrustForm({ profile, ...form }: PartFormProps) {
  return (
    <PartForm {...form}>
      <ValueFields values={profile.values} />
      <ProfileText name="vision" profile={profile} rows={5} />
    </PartForm>
  );
}
