import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { CheckboxGroup } from "@/components/form/choices";
import { DateField } from "@/components/form/date-field";
import { NumberField } from "@/components/form/number-field";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { PERIODS, type Period } from "@/lib/association/types";
import { HOURS_MAX, STATEMENT_CHARS_MAX } from "@/lib/membership/papers/schema";
import { PARTICIPATION_KINDS } from "@/lib/membership/papers/types";
import type { PledgeLine } from "@/lib/membership/roster/types";

type StatementFieldsProps = {
  /** What the charter asks for, to say so beside the field. */
  asked?: { readonly minMinutes: number | null; readonly minPeriod: Period | null } | undefined;
  /** First and last day one may choose, and the one to start from. */
  days: { readonly min: string; readonly max: string; readonly wished?: string };
  /** A pledge to start from. */
  value?: PledgeLine | undefined;
  /** Founders look after what they found, so they do not just listen. */
  mayListen?: boolean;
};

/** How I will take part (rule PT1): what, how much, until when, in my own words. */
export function StatementFields({ asked, days, value, mayListen = true }: StatementFieldsProps) {
  const t = useTranslations("membership");
  return (
    <div className="stack stack--form">
      <CheckboxGroup
        name="kinds"
        label={t("apply.kinds")}
        isBoxed
        values={value?.kinds}
        choices={PARTICIPATION_KINDS.map((kind) => ({
          value: kind,
          label: t(`participation.${kind}`),
          note: t(`participationNote.${kind}`),
        }))}
      />
      <Quantity asked={asked} value={value} />
      {mayListen ? (
        <Checkbox
          name="isListening"
          isBoxed
          label={t("apply.isListening")}
          note={t("apply.isListeningNote")}
          isChecked={value?.isListening}
        />
      ) : null}
      <DateField
        name="untilOn"
        label={t("apply.untilOn")}
        hint={t("apply.untilHint")}
        min={days.min}
        max={days.max}
        value={days.wished}
      />
      <TextArea
        name="statement"
        label={t("apply.statement")}
        hint={t("apply.statementHint")}
        value={value?.statement}
        charsMax={STATEMENT_CHARS_MAX}
      />
    </div>
  );
}

function Quantity({ asked, value }: Pick<StatementFieldsProps, "asked" | "value">) {
  const t = useTranslations("membership");
  const { minMinutes = null, minPeriod = null } = asked ?? {};
  const hint =
    minMinutes === null || minPeriod === null
      ? undefined
      : t("apply.hoursHint", { quantity: t("quantity", { hours: minMinutes / 60, period: minPeriod }) });
  return (
    <div className="pair">
      <NumberField
        name="hours"
        label={t("apply.hours")}
        hint={hint}
        min={1}
        max={HOURS_MAX}
        value={value?.minutesPerPeriod ? Math.round(value.minutesPerPeriod / 60) : undefined}
      />
      <Select
        name="period"
        label={t("apply.period")}
        value={value?.period ?? minPeriod ?? "MONTH"}
        options={PERIODS.map((period) => ({ value: period, label: t(`apply.periods.${period}`) }))}
      />
    </div>
  );
}
