import { useLocale, useTranslations } from "next-intl";
import { TextField } from "@/components/form/text-field";
import { placeOptions, placeWithProvince } from "@/lib/taxonomy/place/rules";

/** A town, typed or picked among the names. */
export function PlaceField({ value }: { value: string | null }) {
  const t = useTranslations("member.edit");
  const language = useLocale();
  return (
    <>
      <TextField
        name="place"
        label={t("place")}
        hint={t("placeHint")}
        value={value && placeWithProvince(value, language)}
        list="place-names"
        autoComplete="off"
        isOptional
      />
      <datalist id="place-names">
        {placeOptions(language).map((option) => (
          <option key={option.value} value={option.label} />
        ))}
      </datalist>
    </>
  );
}
