import { useLocale, useTranslations } from "next-intl";
import { labelOf } from "@/components/association/values";
import { WhomField } from "@/components/directory/whom-field";
import { RadioGroup } from "@/components/form/choices";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Fold } from "@/components/ui/fold";
import { NOTE_CHARS_MAX } from "@/lib/contribution/commitment/schema";
import { EVIDENCE_CHARS_MAX } from "@/lib/contribution/promise/schema";
import type { PromiseLine, PromisesView } from "@/lib/contribution/promise/types";
import type { FormAction } from "@/lib/form/form-state";
import { CloseForm } from "./close-form";

type DeclareProps = { slug: string; member: NonNullable<PromisesView["member"]>; action: FormAction };

/** Saying what one will do, by when; for the association too, where one answers for it. */
export function DeclarePromise({ slug, member, action }: DeclareProps) {
  const t = useTranslations("contribution.promise");
  const words = useTranslations("contribution.association");
  const locale = useLocale();
  const values = member.values.map(({ word, valueSlug }) => ({
    value: word,
    label: labelOf({ valueSlug, name: word }, locale),
  }));
  const subjects = (["ME", "ASSOCIATION"] as const).map((value) => ({ value, label: t(`subject.${value}`) }));
  const hidden = { associationSlug: slug, ...(member.isAnswering ? {} : { subject: "ME" }) };
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={hidden} labelledBy="declare-title">
      {member.isAnswering ? <RadioGroup name="subject" label={t("who")} choices={subjects} value="ME" isBoxed /> : null}
      <TextField name="text" label={t("what")} hint={t("whatHint")} />
      <DateField name="dueOn" label={t("dueOn")} min={member.days.min} max={member.days.max} />
      <WhomField name="toWhom" label={t("toWhom")} hint={t("toWhomHint")} isOptional />
      <Select name="value" label={words("value")} options={values} none={words("valueNone")} isOptional />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}

type LineProps = { line: PromiseLine; action: FormAction };

/** How it went, by its subject alone (rule K1). */
export function ClosePromise({ line: { id, text, may }, action }: LineProps) {
  const t = useTranslations("contribution");
  const outcomes = (["KEPT", "PARTLY", ...(may.release ? (["RELEASED"] as const) : [])] as const).map((value) => ({
    value,
    label: t(`promise.outcome.${value}`),
  }));
  return (
    <CloseForm id={id} text={text} action={action} outcomes={outcomes}>
      <TextArea
        name="evidence"
        label={t("promise.evidence")}
        hint={t("promise.evidenceHint")}
        rows={2}
        charsMax={EVIDENCE_CHARS_MAX}
        isOptional
      />
    </CloseForm>
  );
}

/** Words beside a missed one, once. */
export function NotePromise({ line: { id, text }, action }: LineProps) {
  const t = useTranslations("contribution.promise");
  return (
    <Fold
      title={
        <>
          {t("noteAct")}
          <span className="vh">: {text}</span>
        </>
      }
    >
      <Form action={action} formKey={crypto.randomUUID()} hidden={{ commitmentId: id }}>
        <TextArea name="note" label={t("note")} hint={t("noteHint")} rows={2} charsMax={NOTE_CHARS_MAX} />
        <SubmitButton look="neutral">{t("noteSubmit")}</SubmitButton>
      </Form>
    </Fold>
  );
}
