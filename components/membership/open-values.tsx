import { useLocale } from "next-intl";
import { labelOf } from "@/components/association/values";
import { Align, AlignHead } from "@/components/form/align";
import type { CharterValueView } from "@/lib/association/types";
import { NOTE_CHARS_MAX } from "@/lib/membership/papers/schema";

type OpenValuesProps = {
  values: readonly CharterValueView[];
  title: string;
  /** Language the charter is written in. */
  locale: string;
};

/** Where I stand on values that are new or read otherwise; on the others it stays as it was. */
export function OpenValues({ values, title, locale }: OpenValuesProps) {
  const reading = useLocale();
  if (values.length === 0) return null;
  return (
    <fieldset>
      <legend>{title}</legend>
      <AlignHead />
      {values.map((value, i) => (
        <div key={value.id}>
          <input type="hidden" name={`stances.${i}.valueId`} value={value.id} />
          <Align
            name={`stances.${i}.stance`}
            whyName={`stances.${i}.note`}
            value={value.valueSlug ?? value.name}
            label={labelOf(value, reading)}
            meaning={<span lang={reading === locale ? undefined : locale}>{value.meaning}</span>}
            whyCharsMax={NOTE_CHARS_MAX}
          />
        </div>
      ))}
    </fieldset>
  );
}
