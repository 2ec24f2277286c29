import { useLocale, useTranslations } from "next-intl";
import { Rows } from "@/components/form/rows";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { COUNTS, MEANING_CHARS_MAX } from "@/lib/membership/founding/schema";
import type { Option } from "@/lib/taxonomy/types";
import { valueOptions } from "@/lib/taxonomy/value/rules";

const [LEAST, MOST] = COUNTS.values;

/** Three to seven values, each with what it means here and how it shows. */
export function FoundingValues() {
  const t = useTranslations("association.found");
  const options = valueOptions(useLocale());
  return (
    <fieldset>
      <legend className="vh">{t("values")}</legend>
      <p className="hint">{t("valuesLead")}</p>
      <Rows
        name="values"
        rows={Array.from({ length: MOST }, (_, i) => i).map((i) => <ValueRow key={i} index={i} options={options} />)}
        shown={LEAST + 1}
        addLabel={t("addValue")}
        removeLabel={t("remove")}
      />
    </fieldset>
  );
}

function ValueRow({ index, options }: { index: number; options: readonly Option[] }) {
  const t = useTranslations("association.found");
  const at = (field: string) => `values.${index}.${field}`;
  return (
    <fieldset className="stack stack--tight">
      <legend>{t("value", { number: index + 1 })}</legend>
      <div className="pair">
        <Select name={at("valueSlug")} label={t("fromList")} none={t("ownWord")} options={options} isOptional />
        <TextField name={at("name")} label={t("ownWord")} hint={t("ownWordHint")} isOptional autoComplete="off" />
      </div>
      <TextArea name={at("meaning")} label={t("meaning")} rows={2} charsMax={MEANING_CHARS_MAX} />
      <TextArea name={at("shownBy")} label={t("shownBy")} rows={2} charsMax={MEANING_CHARS_MAX} />
    </fieldset>
  );
}
