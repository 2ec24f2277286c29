import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Actions } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/lib/form/form-state";
import type { DeskPapersView } from "@/lib/membership/application/types";
import { MESSAGE_CHARS_MAX } from "@/lib/membership/decision/schema";
import { DECLINE_REASONS } from "@/lib/membership/decision/types";

type DecideFormProps = { papers: DeskPapersView; action: FormAction };

const CLAUSE_CHARS = 60;
const shortened = (text: string) => (text.length > CLAUSE_CHARS ? `${text.slice(0, CLAUSE_CHARS)}…` : text);

/** The decision, last, after everything that should be read first. Nothing is chosen beforehand: whoever decides says which. */
export function DecideForm({ papers, action }: DecideFormProps) {
  const t = useTranslations("membership");
  const { id, person, clauses, decidersRequired } = papers;
  const name = person.name;
  return (
    <Form
      action={action}
      formKey={crypto.randomUUID()}
      hidden={{ applicationId: id }}
      className="decide"
      labelledBy="decision"
    >
      <h3 id="decision">{t("desk.decision")}</h3>
      <RadioGroup
        name="outcome"
        label={t("desk.outcome")}
        isLabelHidden
        isBoxed
        choices={[
          {
            value: "ADMIT",
            label: <b>{t("desk.admit")}</b>,
            note: t(decidersRequired > 1 ? "desk.admitNoteTwo" : "desk.admitNote"),
          },
          { value: "DECLINE", label: <b>{t("desk.decline")}</b>, note: t("desk.declineNote") },
        ]}
      />
      <Select
        name="reason"
        label={t("desk.why")}
        isOptional
        none={t("desk.whyNone")}
        options={DECLINE_REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
      />
      <TextArea
        name="message"
        label={t("desk.message", { name })}
        hint={t("desk.messageHint")}
        isOptional
        charsMax={MESSAGE_CHARS_MAX}
      />
      <Select
        name="clauseId"
        label={t("desk.clause")}
        isOptional
        none={t("desk.noClause")}
        options={clauses.map((clause) => ({
          value: clause.id,
          label: t("desk.clauseOption", { number: clause.number, text: shortened(clause.text) }),
        }))}
      />
      <Notice>
        {decidersRequired > 1 ? `${t("desk.two")} ` : null}
        {t("desk.signed")}
      </Notice>
      <Actions>
        <SubmitButton>{t("desk.submit", { name })}</SubmitButton>
      </Actions>
    </Form>
  );
}
