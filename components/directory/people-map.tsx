import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Actions, LinkButton } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import { queryOf } from "@/lib/directory/filter/rules";
import { boundsOf, narrowedTo, regionAround } from "@/lib/directory/map/rules";
import { WINDOW } from "@/lib/directory/ranking/rules";
import type { Filters, PeoplePage } from "@/lib/directory/types";
import { Link } from "@/lib/i18n/navigation";
import { provinceOptions, regionLabel, regionOf, regionOptions } from "@/lib/taxonomy/place/rules";
import { ItalyMap } from "./italy-map";
import { MapLegend } from "./map-legend";
import { PlaceCounts } from "./place-counts";

/** Where the people are: Italy by region, or one region by province; a drawing, and beside it the same as a table of links. */
export function PeopleMap({ filters, page }: { filters: Filters; page: PeoplePage }) {
  const { total, isExact, isCounted, facets } = page;
  const t = useTranslations("directory.map");
  const language = useLocale();
  const region = regionAround(filters.place);
  const bounds = boundsOf(facets.regions);
  const inItaly = { pathname: "/people", query: queryOf(narrowedTo(filters, null)) } as const;
  const regions = (
    <PlaceCounts
      type="region"
      filters={filters}
      caption={t("regions")}
      places={regionOptions(language)}
      counts={facets.regions}
      bounds={region ? null : bounds}
      isCounted={isCounted}
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
          <ItalyMap filters={filters} page={page} region={region} />
          {region ? null : <MapLegend bounds={bounds} />}
          <p className="meta">{isCounted ? t("note") : t("part", { max: WINDOW })}</p>
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
                isCounted={isCounted}
              />
              <Fold title={t("otherRegions")}>{regions}</Fold>
            </>
          ) : (
            regions
          )}
          {total > 0 ? (
            <Actions>
              <LinkButton href={{ pathname: "/people", query: queryOf({ ...filters, view: "list", after: null }) }}>
                {isExact ? t("see", { count: total }) : t("seeSome")}
              </LinkButton>
            </Actions>
          ) : null}
        </div>
      </div>
    </Section>
  );
}
