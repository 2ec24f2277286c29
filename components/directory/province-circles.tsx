import { useLocale } from "next-intl";
import { circlesOf, frameOf } from "@/lib/directory/map/rules";
import type { Filters } from "@/lib/directory/types";
import { provinceLabel, widerPlace } from "@/lib/taxonomy/place/rules";
import { MapLink } from "./map-link";

type ProvinceCirclesProps = {
  filters: Filters;
  counts: Readonly<Record<string, number>>;
  isCounted: boolean;
  region: string;
};

/** The provinces of a region where their capitals lie, with their letters; the chosen one, or the one around it, is full. */
export function ProvinceCircles({ filters, counts, isCounted, region }: ProvinceCirclesProps) {
  const language = useLocale();
  const { place } = filters;
  const chosen = place?.type === "municipality" ? widerPlace(place)?.ref : place?.ref;
  return circlesOf(region, counts, frameOf(region)).map(({ code, count, at: [x, y], radius }) => (
    <MapLink
      key={code}
      filters={filters}
      place={{ type: "province", ref: code }}
      label={provinceLabel(code, language)}
      count={count}
      isCounted={isCounted}
    >
      <circle className={code === chosen ? "seat seat--on" : "seat"} cx={x} cy={y} r={radius} />
      {count > 0 ? (
        <text x={x} y={y} className={code === chosen ? "on-dark" : undefined}>
          {code}
        </text>
      ) : null}
    </MapLink>
  ));
}
