import { useLocale } from "next-intl";
import { boundsOf, frameOf, shadeOf } from "@/lib/directory/map/rules";
import type { Filters, PeoplePage } from "@/lib/directory/types";
import { OUTLINES } from "@/lib/taxonomy/outline/rules";
import { regionLabel } from "@/lib/taxonomy/place/rules";
import { MapLink } from "./map-link";
import { MapNumbers } from "./map-numbers";
import { ProvinceCircles } from "./province-circles";

type ItalyMapProps = { filters: Filters; page: Pick<PeoplePage, "facets" | "isCounted">; region: string | null };

/** Italy by region, or close to one region with its provinces as circles. For eyes and pointers: the table beside it says the same. */
export function ItalyMap({ filters, page: { facets, isCounted }, region }: ItalyMapProps) {
  const language = useLocale();
  const { width, height, scale, x, y } = frameOf(region);
  const bounds = boundsOf(facets.regions);
  const lookOf = (slug: string) => {
    if (region === null) return `shade--${shadeOf(facets.regions[slug] ?? 0, bounds)}`;
    return slug === region ? "here" : "away";
  };
  // The chosen one last: its border lies over those of its neighbours.
  const drawn = [...OUTLINES].toSorted(([a], [b]) => Number(a === region) - Number(b === region));
  return (
    <svg className="italy" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <g transform={`translate(${x} ${y}) scale(${scale})`}>
        {drawn.map(([slug, { path }]) => (
          <MapLink
            key={slug}
            filters={filters}
            place={{ type: "region", ref: slug }}
            label={regionLabel(slug, language)}
            count={facets.regions[slug] ?? 0}
            isCounted={isCounted}
          >
            <path className={lookOf(slug)} d={path} />
          </MapLink>
        ))}
      </g>
      {region === null ? (
        <MapNumbers counts={facets.regions} bounds={bounds} />
      ) : (
        <ProvinceCircles filters={filters} counts={facets.provinces} isCounted={isCounted} region={region} />
      )}
    </svg>
  );
}
