import { useLocale, useTranslations } from "next-intl";
import { labelOf } from "@/components/association/values";
import { Checkbox } from "@/components/form/checkbox";
import { NumberField } from "@/components/form/number-field";
import { RowFold } from "@/components/form/row-fold";
import { Rows } from "@/components/form/rows";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import type { CharterContent, CharterValueText } from "@/lib/association/types";
import { COUNTS, MEANING_CHARS_MAX } from "@/lib/membership/founding/schema";
import type { Option } from "@/lib/taxonomy/types";
import { valueOptions } from "@/lib/taxonomy/value/rules";
import { ClauseRow } from "./clause-row";

const indexes = (count: number) => Array.from({ length: count }, (_, i) => i);

/** The values of a draft, and room for more: each with what it means, how it shows, and its place. */
export function ValueRows({ values }: Pick<CharterContent, "values">) {
  const t = useTranslations("association.found");
  const locale = useLocale();
  const options = valueOptions(locale);
  const [, most] = COUNTS.values;
  const wordsOf = (value: CharterValueText | undefined) => value && labelOf(value, locale);
  return (
    <Rows
      name="values"
      rows={indexes(most).map((i) => (
        <RowFold key={i} row={`values.${i}`} title={t("value", { number: i + 1 })} words={wordsOf(values[i])}>
          <ValueRow index={i} value={values[i]} options={options} />
        </RowFold>
      ))}
      shown={Math.max(values.length, 1)}
      addLabel={t("addValue")}
      removeLabel={t("remove")}
    />
  );
}

type ValueRowProps = { index: number; value: CharterValueText | undefined; options: readonly Option[] };

function ValueRow({ index, value, options }: ValueRowProps) {
  const t = useTranslations("association.found");
  const at = (field: string) => `values.${index}.${field}`;
  const area = { rows: 2, charsMax: MEANING_CHARS_MAX } as const;
  return (
    <fieldset className="stack stack--tight">
      <legend>{t("value", { number: index + 1 })}</legend>
      <div className="pair">
        <Select
          name={at("valueSlug")}
          label={t("fromList")}
          none={t("ownWord")}
          options={options}
          value={value?.valueSlug}
          isOptional
        />
        <TextField name={at("name")} label={t("ownWord")} value={value?.name} isOptional autoComplete="off" />
      </div>
      <TextArea name={at("meaning")} label={t("meaning")} value={value?.meaning} {...area} isOptional />
      <TextArea name={at("shownBy")} label={t("shownBy")} value={value?.shownBy} {...area} isOptional />
      <Place at={at} index={index} isThere={value !== undefined} />
    </fieldset>
  );
}

/** The clauses of a draft, and room for more. */
export function ClauseRows({ clauses }: Pick<CharterContent, "clauses">) {
  const t = useTranslations("association.found");
  const [, most] = COUNTS.clauses;
  return (
    <Rows
      name="clauses"
      rows={indexes(most).map((i) => (
        <RowFold key={i} row={`clauses.${i}`} title={t("clause", { number: i + 1 })} words={clauses[i]?.text}>
          <ClauseRow index={i} clause={clauses[i]} isOptional>
            <Place at={(field) => `clauses.${i}.${field}`} index={i} isThere={clauses[i] !== undefined} />
          </ClauseRow>
        </RowFold>
      ))}
      shown={Math.max(clauses.length, 1)}
      addLabel={t("addClause")}
      removeLabel={t("remove")}
    />
  );
}

type PlaceProps = { at: (field: string) => string; index: number; isThere: boolean };

/** Where the row goes; and, where no script can take it away, whether it goes at all. */
function Place({ at, index, isThere }: PlaceProps) {
  const t = useTranslations("charter.edit");
  return (
    <>
      <NumberField
        name={at("place")}
        label={t("place")}
        hint={t("placeHint")}
        value={isThere ? index + 1 : null}
        min={1}
        max={99}
        isOptional
      />
      <div className="without-script">
        <Checkbox name={at("isRemoved")} label={t("removeRow")} />
      </div>
    </>
  );
}
