import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Actions, LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { addMonths, dayAfter } from "@/lib/core/duration";
import type { FormAction } from "@/lib/form/form-state";
import { MESSAGE_CHARS_MAX } from "@/lib/project/offer/schema";
import type { NeedView } from "@/lib/project/offer/types";
import { HOURS_MAX } from "@/lib/project/schema";
import { TERM_MONTHS_MAX } from "@/lib/project/term/rules";
import { BringsFields } from "./brings-fields";

/** One sits down with a competence or a contact, named (promise P55). */
export function OfferForm({ need, action, today }: { need: NeedView; action: FormAction; today: string }) {
  const t = useTranslations("project.offer");
  const asked = useTranslations("project.cover");
  const { competences, competence, id, seats, accepted, project, ask } = need;
  const brings = competences.length > 0 && need.kind !== "CONTACT" ? "COMPETENCE" : "CONTACT";
  return (
    <Form
      action={action}
      formKey={crypto.randomUUID()}
      hidden={ask ? { askId: ask.id } : { needId: id }}
      className="stack stack--form brings"
    >
      {accepted >= seats ? <Notice tone="wait">{ask ? asked("askedFull") : t("full")}</Notice> : null}
      <BringsFields competences={competences} sought={competence} value={brings} />
      <TextArea name="message" label={t("message")} rows={3} charsMax={MESSAGE_CHARS_MAX} isOptional />
      <NumberField name="hours" label={t("hours")} min={1} max={HOURS_MAX} isOptional />
      <DateField
        name="until"
        label={t("until")}
        hint={t("untilHint")}
        min={dayAfter(today)}
        max={addMonths(today, TERM_MONTHS_MAX)}
        isOptional
      />
      <Actions>
        <SubmitButton>{ask ? asked("yes") : t("submit")}</SubmitButton>
        {ask ? null : (
          <LinkButton href={{ pathname: "/projects/[slug]", params: { slug: project.slug } }}>{t("notNow")}</LinkButton>
        )}
      </Actions>
    </Form>
  );
}
