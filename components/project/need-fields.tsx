import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { DateField } from "@/components/form/date-field";
import { NumberField } from "@/components/form/number-field";
import { Select } from "@/components/form/select";
import { TextField } from "@/components/form/text-field";
import { HOURS_MAX, SEATS_MAX } from "@/lib/project/schema";
import { NEED_KINDS } from "@/lib/project/types";

type NeedFieldsProps = {
  /** Before each name: `needs.0.` in a list, nothing alone. */
  prefix?: string;
  /** First day one may choose. */
  today: string;
  /** Id of the datalist with the competences. */
  list: string;
  mayBeCritical?: boolean;
};

/** What is needed, of which kind, how many seats, by when; which competence, how many hours; whether it starts without. */
export function NeedFields({ prefix = "", today, list, mayBeCritical = true }: NeedFieldsProps) {
  const t = useTranslations("project");
  const kinds = NEED_KINDS.map((kind) => ({ value: kind, label: t(`need.${kind}`) }));
  return (
    <div className="need-fields">
      <TextField name={`${prefix}title`} label={t("propose.needTitle")} isOptional="afterFirst" />
      <Select name={`${prefix}kind`} label={t("propose.needKind")} options={kinds} value="ROLE" />
      <NumberField name={`${prefix}seats`} label={t("propose.needSeats")} value={1} min={1} max={SEATS_MAX} />
      <DateField name={`${prefix}due`} label={t("propose.needDue")} min={today} isOptional />
      <div className="pair wide">
        <TextField name={`${prefix}competence`} label={t("propose.needCompetence")} list={list} isOptional />
        <NumberField name={`${prefix}hours`} label={t("propose.needHours")} min={1} max={HOURS_MAX} isOptional />
      </div>
      {mayBeCritical ? (
        <div className="wide">
          <Checkbox name={`${prefix}isCritical`} label={t("propose.critical")} />
        </div>
      ) : null}
    </div>
  );
}
