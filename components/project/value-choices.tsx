import { useLocale, useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/form/choices";
import { ValueTile } from "@/components/ui/emblem";
import type { ServedValue } from "@/lib/project/proposal/types";
import { VALUES_SERVED_MAX } from "@/lib/project/schema";
import { valueLabel } from "@/lib/taxonomy/value/rules";

type ValueChoicesProps = { values: readonly ServedValue[]; chosen?: readonly string[] | undefined };

/** Which values a project serves: those of the charters where one may propose, and one's own. */
export function ValueChoices({ values, chosen }: ValueChoicesProps) {
  const t = useTranslations("project.propose");
  const locale = useLocale();
  if (values.length === 0) return null;
  const homes = ({ associations, isOwn }: ServedValue) =>
    [...associations.map((association) => t("valueOf", { association })), ...(isOwn ? [t("valueOwn")] : [])].join(", ");
  return (
    <CheckboxGroup
      name="values"
      label={t("values")}
      hint={t("valuesHint", { max: VALUES_SERVED_MAX })}
      choices={values.map((value) => ({
        value: value.word,
        label: valueLabel(value.word, locale),
        note: homes(value),
        tile: <ValueTile value={value.word} side={24} />,
      }))}
      values={chosen}
      isBoxed
      isOptional
    />
  );
}
