import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonForm } from "@/components/form/button-form";
import { Checkbox } from "@/components/form/checkbox";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import type { FormAction } from "@/lib/form/form-state";
import { LIMITS } from "@/lib/member/schema";
import type { Profile, ProfilePart } from "@/lib/member/types";
import { CompetenceNames, CompetenceRows } from "./competence-fields";
import { PlaceField } from "./place-field";
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
      <TextArea
        name="about"
        label={t("about")}
        hint={t("aboutHint")}
        value={profile.about}
        charsMax={LIMITS.about}
        isOptional
      />
      <PlaceField value={profile.placeSlug} />
    </>
  );
}

function ValueQuestion({ profile }: FieldsProps) {
  const t = useTranslations("member.edit");
  const w = useTranslations("member.welcome");
  return (
    <>
      <TextArea
        name="valueBrought"
        label={t("valueBrought")}
        hint={t("valueBroughtHint")}
        value={profile.valueBrought}
        charsMax={LIMITS.valueBrought}
        isOptional
      />
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
  const t = useTranslations("member.edit");
  const w = useTranslations("member.welcome");
  return (
    <>
      <TextArea
        name="audience"
        label={t("audience")}
        hint={t("audienceHint")}
        value={profile.audience}
        charsMax={LIMITS.audience}
        isOptional
      />
      {profile.isPublic ? null : <Checkbox name="isPublic" label={w("isPublic")} note={w("isPublicNote")} isBoxed />}
    </>
  );
}

function TrustFields({ profile }: FieldsProps) {
  const t = useTranslations("member.edit");
  return (
    <>
      <ValueFields values={profile.values} />
      <TextArea
        name="vision"
        label={t("vision")}
        hint={t("visionHint")}
        value={profile.vision}
        charsMax={LIMITS.vision}
        isOptional
      />
    </>
  );
}

const FIELDS: Readonly<Record<ProfilePart, (props: FieldsProps) => ReactNode>> = {
  who: WhoFields,
  value: ValueQuestion,
  ties: TiesFields,
  trust: TrustFields,
};
