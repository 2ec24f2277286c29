import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { ROWS } from "@/lib/member/schema";
import { valueOptions } from "@/lib/taxonomy/value/rules";

/** The values one holds, in order: the first draws the tile. */
export function ValueFields({ values }: { values: readonly string[] }) {
  const t = useTranslations("member.edit");
  const options = valueOptions(useLocale());
  return (
    <fieldset className="field-group">
      <legend>{t("values")}</legend>
      <p className="hint">{t("valuesHint")}</p>
      <div className="value-fields">
        {Array.from({ length: ROWS.values }, (_, i) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: places of one order
            key={i}
            name={`values.${i}`}
            label={t("value", { position: i + 1 })}
            options={options}
            none={t("noValue")}
            value={values[i] ?? ""}
            isOptional
          />
        ))}
      </div>
    </fieldset>
  );
}
