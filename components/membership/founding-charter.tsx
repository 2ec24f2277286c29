import { useTranslations } from "next-intl";
import { NumberField } from "@/components/form/number-field";
import { Rows } from "@/components/form/rows";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { CLAUSE_KINDS, PERIODS } from "@/lib/association/types";
import { CLAUSE_CHARS_MAX, COUNTS } from "@/lib/membership/founding/schema";
import { HOURS_MAX } from "@/lib/membership/papers/schema";

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
          rows={Array.from({ length: COUNTS.clauses[1] }, (_, i) => i).map((i) => <ClauseRow key={i} index={i} />)}
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

function ClauseRow({ index }: { index: number }) {
  const t = useTranslations("association.found");
  const at = (field: string) => `clauses.${index}.${field}`;
  return (
    <fieldset className="stack stack--tight">
      <legend>{t("clause", { number: index + 1 })}</legend>
      <Select
        name={at("kind")}
        label={t("clauseKind")}
        value="RULE"
        options={CLAUSE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <TextArea name={at("text")} label={t("clauseText")} rows={2} charsMax={CLAUSE_CHARS_MAX} isOptional={index > 0} />
    </fieldset>
  );
}
