import { AlignHead } from "@/components/form/align";
import type { CharterValueView } from "@/lib/association/types";
import { StanceRow } from "./stance-row";

type OpenValuesProps = {
  values: readonly CharterValueView[];
  title: string;
  /** Language the charter is written in. */
  locale: string;
};

/** Where I stand on values that are new or read otherwise; on the others it stays as it was. */
export function OpenValues({ values, title, locale }: OpenValuesProps) {
  if (values.length === 0) return null;
  return (
    <fieldset>
      <legend>{title}</legend>
      <AlignHead />
      {values.map((value, i) => (
        <StanceRow key={value.id} value={value} index={i} locale={locale} />
      ))}
    </fieldset>
  );
}
