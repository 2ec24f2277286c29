import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { FileField } from "@/components/form/file-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import { PersonTile } from "@/components/ui/emblem";
import type { FormAction } from "@/lib/form/form-state";
import type { Profile } from "@/lib/member/types";

type PhotoFormsProps = { profile: Profile; actions: { set: FormAction; remove: FormAction }; newKey: () => string };

/** The photograph as it is, another one to put in its place, and the way to take it away. */
export function PhotoForms({ profile: { handle, name, values, photoId }, actions, newKey }: PhotoFormsProps) {
  const t = useTranslations("member.photo");
  return (
    <Section id="photo" title={t("title")}>
      <div className="photo-now">
        <PersonTile slug={handle} name={name} values={values} photo={photoId && `/api/files/${photoId}`} side={128} />
        <div className="stack">
          <Form action={actions.set} formKey={newKey()}>
            <FileField name="photo" label={t("choose")} hint={t("hint")} accept="image/jpeg,image/png,image/webp" />
            <SubmitButton look="neutral">{t("upload")}</SubmitButton>
          </Form>
          {photoId ? (
            <ButtonForm action={actions.remove} formKey={newKey()} hidden={{}} look="quiet" size="small">
              {t("remove")}
            </ButtonForm>
          ) : null}
        </div>
      </div>
    </Section>
  );
}
