import { useLocale } from "next-intl";
import { labelOf } from "@/components/association/values";
import { Align } from "@/components/form/align";
import type { CharterValueView } from "@/lib/association/types";
import { NOTE_CHARS_MAX } from "@/lib/membership/papers/schema";

type StanceRowProps = {
  value: CharterValueView;
  /** Where it stands among those asked about in this form. */
  index: number;
  /** Language the charter is written in. */
  locale: string;
};

/** Where I stand on one value of theirs. */
export function StanceRow({ value, index, locale }: StanceRowProps) {
  const reading = useLocale();
  return (
    <div>
      <input type="hidden" name={`stances.${index}.valueId`} value={value.id} />
      <Align
        name={`stances.${index}.stance`}
        whyName={`stances.${index}.note`}
        value={value.valueSlug ?? value.name}
        label={labelOf(value, reading)}
        meaning={<span lang={reading === locale ? undefined : locale}>{value.meaning}</span>}
        whyCharsMax={NOTE_CHARS_MAX}
      />
    </div>
  );
}
