import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Actions, LinkButton } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import { queryOf } from "@/lib/directory/filter/rules";
import { boundsOf, regionAround } from "@/lib/directory/map/rules";
import type { Filters, PeoplePage } from "@/lib/directory/types";
import { Link } from "@/lib/i18n/navigation";
import { provinceOptions, regionLabel, regionOf, regionOptions } from "@/lib/taxonomy/place/rules";
import { ItalyMap } from "./italy-map";
import { MapLegend } from "./map-legend";
import { PlaceCounts } from "./place-counts";

/** Where the people are: Italy by region, or one region by province; a drawing, and beside it the same as a table of links. */
export function PeopleMap({ filters, page: { total, facets } }: { filters: Filters; page: PeoplePage }) {
  const t = useTranslations("directory.map");
  const language = useLocale();
  const region = regionAround(filters.place);
  const bounds = boundsOf(facets.regions);
  const inItaly = { pathname: "/people", query: queryOf({ ...filters, place: null, after: null }) } as const;
  const regions = (
    <PlaceCounts
      type="region"
      filters={filters}
      caption={t("regions")}
      places={regionOptions(language)}
      counts={facets.regions}
      bounds={region ? null : bounds}
    />
  );
  return (
    <Section
      id="map"
      title={region ? regionLabel(region, language) : t("italy")}
      note={region ? <Link href={inItaly}>{t("toItaly")}</Link> : null}
    >
      <div className="atlas">
        <div>
          <ItalyMap filters={filters} facets={facets} region={region} />
          {region ? null : <MapLegend bounds={bounds} />}
          <p className="meta">{t("note")}</p>
        </div>
        <div>
          {region ? (
            <>
              <PlaceCounts
                type="province"
                filters={filters}
                caption={t("provinces", { region: regionLabel(region, language) })}
                places={provinceOptions(language).filter(({ value }) => regionOf(value) === region)}
                counts={facets.provinces}
                bounds={null}
              />
              <Fold title={t("otherRegions")}>{regions}</Fold>
            </>
          ) : (
            regions
          )}
          {total > 0 ? (
            <Actions>
              <LinkButton href={{ pathname: "/people", query: queryOf({ ...filters, view: "list", after: null }) }}>
                {t("see", { count: total })}
              </LinkButton>
            </Actions>
          ) : null}
        </div>
      </div>
    </Section>
  );
}
