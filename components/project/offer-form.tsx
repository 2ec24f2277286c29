import { useLocale, useTranslations } from "next-intl";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Actions, LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import { MESSAGE_CHARS_MAX } from "@/lib/project/offer/schema";
import type { NeedView } from "@/lib/project/offer/types";
import { HOURS_MAX } from "@/lib/project/schema";
import { BRINGS } from "@/lib/project/types";
import { competenceLabel } from "@/lib/taxonomy/rules";

/** One sits down with a competence or a contact, named (promise P55). */
export function OfferForm({ need, action }: { need: NeedView; action: FormAction }) {
  const t = useTranslations("project.offer");
  const { competences, id, seats, accepted, project } = need;
  const choices = BRINGS.map((value) => ({ value, label: t(value), note: t(`${value}Note`) }));
  const brings = competences.length > 0 && need.kind !== "CONTACT" ? "COMPETENCE" : "CONTACT";
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ needId: id }} className="stack stack--form brings">
      {accepted >= seats ? <Notice tone="wait">{t("full")}</Notice> : null}
      <RadioGroup name="brings" label={t("brings")} choices={choices} value={brings} isBoxed />
      <div className="brings-competence">
        <OwnCompetences need={need} />
      </div>
      <div className="brings-contact">
        <TextField name="contact" label={t("contact")} hint={t("contactHint")} />
      </div>
      <TextArea name="message" label={t("message")} rows={3} charsMax={MESSAGE_CHARS_MAX} isOptional />
      <NumberField name="hours" label={t("hours")} min={1} max={HOURS_MAX} isOptional />
      <Actions>
        <SubmitButton>{t("submit")}</SubmitButton>
        <LinkButton href={{ pathname: "/projects/[slug]", params: { slug: project.slug } }}>{t("notNow")}</LinkButton>
      </Actions>
    </Form>
  );
}

/** Those on the profile, the one that is sought already chosen; without any, the way to add one. */
function OwnCompetences({ need: { competences, competence } }: { need: NeedView }) {
  const t = useTranslations("project.offer");
  const locale = useLocale();
  if (competences.length === 0)
    return (
      <Notice>
        {t.rich("noCompetences", {
          link: (text) => <Link href={{ pathname: "/profile/edit/[part]", params: { part: "value" } }}>{text}</Link>,
        })}
      </Notice>
    );
  const options = competences.map((slug) => ({ value: slug, label: competenceLabel(slug, locale) }));
  const sought = competence && competences.includes(competence) ? competence : undefined;
  return <Select name="competence" label={t("competence")} options={options} none={t("choose")} value={sought} />;
}
