import { useLocale, useTranslations } from "next-intl";
import { regionAround } from "@/lib/directory/map/rules";
import type { PeoplePage } from "@/lib/directory/types";
import { placeRefLabel, provinceOptions, regionLabel, regionOf, regionOptions } from "@/lib/taxonomy/place/rules";
import type { PlaceRef } from "@/lib/taxonomy/types";

type PlaceSelectProps = { place: PlaceRef | null; page: Pick<PeoplePage, "facets" | "isCounted"> };

/** Regions with how many people; inside a chosen one, its provinces. A town is typed beside it (TownFields), or comes from words and links. */
export function PlaceSelect({ place, page: { facets, isCounted } }: PlaceSelectProps) {
  const t = useTranslations("directory.facet");
  const language = useLocale();
  const region = regionAround(place);
  // Of those not counted somebody may live there all the same.
  const counted = (label: string, count = 0) => (count > 0 || isCounted ? `${label} (${count})` : label);
  const provinces = provinceOptions(language).filter(({ value }) => region !== null && regionOf(value) === region);
  const isTown = place?.type === "municipality";
  return (
    <div className="field">
      <label className="vh" htmlFor="facet-place">
        {t("place")}
      </label>
      <select id="facet-place" name="place" defaultValue={place?.ref ?? ""}>
        <option value="">{t("anywhere")}</option>
        {isTown ? (
          <optgroup label={t("chosenPlace")}>
            <option value={place.ref}>{placeRefLabel(place, language)}</option>
          </optgroup>
        ) : null}
        {region ? (
          <optgroup label={t("provinces", { region: regionLabel(region, language) })}>
            {provinces.map(({ value, label }) => (
              <option key={value} value={value}>
                {counted(label, facets.provinces[value])}
              </option>
            ))}
          </optgroup>
        ) : null}
        <optgroup label={t("regions")}>
          {regionOptions(language)
            .filter(({ value }) => facets.regions[value] || !isCounted || value === place?.ref)
            .map(({ value, label }) => (
              <option key={value} value={value}>
                {counted(label, facets.regions[value])}
              </option>
            ))}
        </optgroup>
      </select>
    </div>
  );
}
