import { useTranslations } from "next-intl";
import { NumberField } from "@/components/form/number-field";
import { Rows } from "@/components/form/rows";
import { Select } from "@/components/form/select";
import { PERIODS } from "@/lib/association/types";
import { COUNTS } from "@/lib/membership/founding/schema";
import { HOURS_MAX } from "@/lib/membership/papers/schema";
import { ClauseRow } from "./clause-row";

const SHOWN = 4;

/** One to twenty clauses, numbered by their order, and the least a member gives. */
export function FoundingCharter() {
  const t = useTranslations("association.found");
  const periods = useTranslations("membership.apply.periods");
  return (
    <div className="stack stack--form">
      <fieldset>
        <legend className="vh">{t("charter")}</legend>
        <p className="hint">{t("charterLead")}</p>
        <Rows
          name="clauses"
          rows={Array.from({ length: COUNTS.clauses[1] }, (_, i) => i).map((i) => (
            <ClauseRow key={i} index={i} isOptional="afterFirst" />
          ))}
          shown={SHOWN}
          addLabel={t("addClause")}
          removeLabel={t("remove")}
        />
      </fieldset>
      <div className="pair">
        <NumberField
          name="minHours"
          label={t("minHours")}
          hint={t("minHoursHint")}
          isOptional
          min={1}
          max={HOURS_MAX}
        />
        <Select
          name="minPeriod"
          label={t("minPeriod")}
          value="MONTH"
          options={PERIODS.map((period) => ({ value: period, label: periods(period) }))}
        />
      </div>
    </div>
  );
}
