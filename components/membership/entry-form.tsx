import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { Rows } from "@/components/form/rows";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Notice } from "@/components/ui/notice";
import { ENTRY_MODES, type Question } from "@/lib/association/types";
import type { FormAction } from "@/lib/form/form-state";
import { COUNTS, MEMBERS_MAX } from "@/lib/membership/founding/schema";
import { DECISION_DAYS, REAPPLY_DAYS } from "@/lib/membership/setting/schema";
import type { EntrySettings } from "@/lib/membership/setting/types";

type EntryFormProps = { settings: EntrySettings; action: FormAction };

const bounds = ([min, max]: readonly [number, number]) => ({ min, max });

/** How one comes in: the door, who decides, the days, the places, the questions. */
export function EntryForm({ settings, action }: EntryFormProps) {
  const t = useTranslations("membership.setting");
  const { association, pendingCount: count, decisionDays, reapplyCooldownDays } = settings;
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ associationSlug: association.slug }}>
      {count > 0 ? <Notice>{t("pending", { count })}</Notice> : null}
      <DoorFields settings={settings} />
      <Sponsors required={settings.sponsorsRequired} />
      <NumberField
        name="decisionDays"
        label={t("decisionDays")}
        hint={t("decisionDaysHint")}
        value={decisionDays}
        {...bounds(DECISION_DAYS)}
      />
      <NumberField
        name="reapplyCooldownDays"
        label={t("reapplyDays")}
        hint={t("reapplyDaysHint")}
        value={reapplyCooldownDays}
        {...bounds(REAPPLY_DAYS)}
      />
      <Places settings={settings} />
      <Questions questions={settings.questions} />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

function DoorFields({ settings: { entry, decidersRequired } }: { settings: EntrySettings }) {
  const t = useTranslations("association.found");
  return (
    <>
      <RadioGroup
        name="entry"
        label={t("mode")}
        isBoxed
        value={entry}
        choices={ENTRY_MODES.map((mode) => ({ value: mode, label: t(`modes.${mode}`), note: t(`modeNotes.${mode}`) }))}
      />
      <RadioGroup
        name="decidersRequired"
        label={t("deciders")}
        isBoxed
        value={String(decidersRequired)}
        choices={(["1", "2"] as const).map((value) => ({
          value,
          label: t(`decider.${value}`),
          note: t(`deciderNote.${value}`),
        }))}
      />
    </>
  );
}

function Sponsors({ required }: { required: number }) {
  const t = useTranslations("membership.setting");
  return (
    <RadioGroup
      name="sponsorsRequired"
      label={t("sponsors")}
      hint={t("sponsorsHint")}
      isBoxed
      value={String(required)}
      choices={(["0", "1", "2"] as const).map((value) => ({ value, label: t(`sponsor.${value}`) }))}
    />
  );
}

function Places({ settings: { memberLimit, memberCount } }: { settings: EntrySettings }) {
  const t = useTranslations();
  return (
    <NumberField
      name="memberLimit"
      label={t("association.found.memberLimit")}
      hint={t("membership.setting.limitHint", { count: memberCount })}
      isOptional
      value={memberLimit}
      {...bounds([2, MEMBERS_MAX])}
    />
  );
}

function Questions({ questions }: { questions: readonly Question[] }) {
  const t = useTranslations();
  const rows = Array.from({ length: COUNTS.questions }, (_, i) => questions[i] ?? { id: `new-${i}` });
  return (
    <fieldset>
      <legend>{t("association.found.questions")}</legend>
      <p className="hint">{t("membership.setting.questionsHint")}</p>
      <Rows
        name="questions"
        rows={rows.map((question, i) => <QuestionRow key={question.id} index={i} question={questions[i]} />)}
        shown={Math.min(COUNTS.questions, questions.length + 1)}
        addLabel={t("association.found.addQuestion")}
        removeLabel={t("association.found.remove")}
      />
    </fieldset>
  );
}

function QuestionRow({ index, question }: { index: number; question: Question | undefined }) {
  const t = useTranslations("association.found");
  const at = (field: string) => `questions.${index}.${field}`;
  return (
    <div className="stack stack--tight">
      {question ? <input type="hidden" name={at("questionId")} value={question.id} /> : null}
      <TextField
        name={at("text")}
        label={t("question", { number: index + 1 })}
        isOptional
        value={question?.text}
        autoComplete="off"
      />
      <Checkbox name={at("isRequired")} label={t("isRequired")} isChecked={question?.isRequired} />
    </div>
  );
}
