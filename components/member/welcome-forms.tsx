import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonForm } from "@/components/form/button-form";
import { Checkbox } from "@/components/form/checkbox";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { FormAction } from "@/lib/form/form-state";
import type { Profile, ProfilePart } from "@/lib/member/types";
import { CompetenceNames, CompetenceRows } from "./competence-fields";
import { PlaceField } from "./place-field";
import { ProfileText } from "./profile-text";
import { ValueFields } from "./value-fields";

const FIRST_COMPETENCES = 3;

type WelcomeFormProps = {
  part: ProfilePart;
  step: number;
  isLast: boolean;
  profile: Profile;
  action: FormAction;
  skipAction: FormAction;
  formKeys: readonly [answer: string, skip: string];
};

/** One of the four questions, light: to answer and go on, or to skip. */
export function WelcomeForm({ part, step, isLast, profile, action, skipAction, formKeys }: WelcomeFormProps) {
  const t = useTranslations("member.welcome");
  const Fields = FIELDS[part];
  return (
    <>
      <Form action={action} formKey={formKeys[0]}>
        <Fields profile={profile} />
        <SubmitButton>{t(isLast ? "finish" : "save")}</SubmitButton>
      </Form>
      <ButtonForm action={skipAction} formKey={formKeys[1]} hidden={{ step: String(step) }}>
        {t("skip")}
      </ButtonForm>
    </>
  );
}

type FieldsProps = { profile: Profile };

function WhoFields({ profile }: FieldsProps) {
  const t = useTranslations("member.edit");
  return (
    <>
      <TextField name="headline" label={t("headline")} hint={t("headlineHint")} value={profile.headline} isOptional />
      <ProfileText name="about" profile={profile} />
      <PlaceField value={profile.placeSlug} />
    </>
  );
}

function ValueQuestion({ profile }: FieldsProps) {
  const t = useTranslations("member.edit");
  const w = useTranslations("member.welcome");
  return (
    <>
      <ProfileText name="valueBrought" profile={profile} />
      <fieldset className="field-group">
        <legend>{t("competences")}</legend>
        <p className="hint">{t("placeHint")}</p>
        <CompetenceNames />
        <CompetenceRows held={profile.competences} max={FIRST_COMPETENCES} />
      </fieldset>
      {profile.offers.length === 0 ? (
        <TextField name="offer" label={w("offer")} hint={w("offerHint")} isOptional />
      ) : null}
    </>
  );
}

function TiesFields({ profile }: FieldsProps) {
  const w = useTranslations("member.welcome");
  return (
    <>
      <ProfileText name="audience" profile={profile} />
      {profile.isPublic ? null : <Checkbox name="isPublic" label={w("isPublic")} note={w("isPublicNote")} isBoxed />}
    </>
  );
}

function TrustFields({ profile }: FieldsProps) {
  return (
    <>
      <ValueFields values={profile.values} />
      <ProfileText name="vision" profile={profile} />
    </>
  );
}

const FIELDS: Readonly<Record<ProfilePart, (props: FieldsProps) => ReactNode>> = {
  who: WhoFields,
  value: ValueQuestion,
  ties: TiesFields,
  trust: TrustFields,
};
