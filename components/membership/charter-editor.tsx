import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { CheckboxGroup, RadioGroup } from "@/components/form/choices";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Section } from "@/components/layout/section";
import { BARS, type CharterContent, CONFIRMERS, PARTICIPATION_KINDS, PERIODS } from "@/lib/association/types";
import type { FormAction } from "@/lib/form/form-state";
import { DEEDS_MAX, GRACE_DAYS_MAX, RULE_NOTE_CHARS_MAX } from "@/lib/membership/draft/schema";
import type { DraftDesk } from "@/lib/membership/draft/types";
import { HOURS_MAX } from "@/lib/membership/papers/schema";
import { ClauseRows, ValueRows } from "./charter-rows";

type CharterEditorProps = {
  desk: DraftDesk;
  action: FormAction;
  days: { readonly min: string; readonly max: string };
};

/** The next charter whole: values, clauses, contribution, day of review. Saved as far as it is written. */
export function CharterEditor({ desk, action, days }: CharterEditorProps) {
  const t = useTranslations("charter.edit");
  const { association, content, revision } = desk;
  return (
    <Form
      action={action}
      formKey={crypto.randomUUID()}
      hidden={{ associationSlug: association.slug, revision: String(revision) }}
      className="stack stack--sections"
    >
      <Section id="values" title={t("values")} note={t("valuesHint")}>
        <ValueRows values={content.values} />
      </Section>
      <Section id="clauses" title={t("clauses")} note={t("clausesHint")}>
        <ClauseRows clauses={content.clauses} />
      </Section>
      <Section id="rule" title={t("rule")} note={t("ruleHint")}>
        <RuleFields content={content} days={days} />
      </Section>
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

function RuleFields({ content, days }: { content: CharterContent } & Pick<CharterEditorProps, "days">) {
  const t = useTranslations("charter.edit");
  return (
    <div className="stack stack--form">
      <Asked content={content} />
      <CheckboxGroups content={content} />
      <TextArea
        name="ruleNote"
        label={t("ruleNote")}
        hint={t("ruleNoteHint")}
        value={content.ruleNote}
        charsMax={RULE_NOTE_CHARS_MAX}
        rows={3}
        isOptional
      />
      <DateField
        name="reviewOn"
        label={t("reviewOn")}
        hint={t("reviewOnHint")}
        value={content.reviewOn}
        {...days}
        isOptional
      />
      <Checkbox name="isByVote" label={t("isByVote")} note={t("isByVoteNote")} isChecked={content.isByVote} />
    </div>
  );
}

function Asked({ content: { minMinutes, minDeeds, minPeriod, graceDays } }: { content: CharterContent }) {
  const t = useTranslations("charter.edit");
  const periods = useTranslations("membership.apply.periods");
  return (
    <>
      <div className="pair">
        <NumberField
          name="minHours"
          label={t("minHours")}
          hint={t("minHoursHint")}
          value={minMinutes === null ? null : Math.round(minMinutes / 60)}
          min={1}
          max={HOURS_MAX}
          isOptional
        />
        <NumberField
          name="minDeeds"
          label={t("minDeeds")}
          hint={t("minDeedsHint")}
          value={minDeeds}
          min={1}
          max={DEEDS_MAX}
          isOptional
        />
      </div>
      <div className="pair">
        <Select
          name="minPeriod"
          label={t("minPeriod")}
          value={minPeriod ?? "QUARTER"}
          options={PERIODS.map((period) => ({ value: period, label: periods(period) }))}
        />
        <NumberField
          name="graceDays"
          label={t("graceDays")}
          hint={t("graceDaysHint")}
          value={graceDays}
          min={0}
          max={GRACE_DAYS_MAX}
        />
      </div>
    </>
  );
}

function CheckboxGroups({ content: { countedKinds, confirmers, bars } }: { content: CharterContent }) {
  const t = useTranslations("charter.edit");
  const kinds = useTranslations("membership.participation");
  return (
    <>
      <CheckboxGroup
        name="countedKinds"
        label={t("counted")}
        hint={t("countedHint")}
        values={countedKinds}
        choices={PARTICIPATION_KINDS.map((kind) => ({ value: kind, label: kinds(kind) }))}
      />
      <RadioGroup
        name="confirmers"
        label={t("confirmers")}
        value={confirmers}
        choices={CONFIRMERS.map((who) => ({ value: who, label: t(`confirmer.${who}`) }))}
      />
      <CheckboxGroup
        name="bars"
        label={t("bars")}
        hint={t("barsHint")}
        values={bars}
        choices={BARS.map((bar) => ({ value: bar, label: t(`bar.${bar}`) }))}
      />
    </>
  );
}
