import { useFormatter, useTranslations } from "next-intl";
import { Table, TableCell } from "@/components/ui/table";
import { queryOf } from "@/lib/directory/filter/rules";
import { narrowedTo, shadeOf } from "@/lib/directory/map/rules";
import type { Filters } from "@/lib/directory/types";
import { Link } from "@/lib/i18n/navigation";
import type { Option } from "@/lib/taxonomy/types";

type PlaceCountsProps = {
  type: "region" | "province";
  filters: Filters;
  caption: string;
  places: readonly Option[];
  counts: Readonly<Record<string, number>>;
  /** What the shades of the drawing mean, where it has any. */
  bounds: readonly number[] | null;
  /** Whether everybody is counted, so that 0 means nobody. */
  isCounted: boolean;
};

/** What the map draws, as a table: each place with how many people, a link where there is somebody. */
export function PlaceCounts({ type, filters, caption, places, counts, bounds, isCounted }: PlaceCountsProps) {
  const t = useTranslations("directory.map");
  const format = useFormatter();
  return (
    <Table heads={[t(type), t("people")]} caption={caption} isFolding={false} className="counts">
      {places.map(({ value, label }) => {
        const count = counts[value] ?? 0;
        const query = queryOf(narrowedTo(filters, { type, ref: value }));
        const isChosen = filters.place?.ref === value;
        return (
          <tr key={value}>
            <TableCell>
              {count > 0 || isChosen || !isCounted ? (
                <Link href={{ pathname: "/people", query }} aria-current={isChosen ? "true" : undefined}>
                  {label}
                </Link>
              ) : (
                <span className="soft">{label}</span>
              )}
            </TableCell>
            <TableCell>
              <span className="num">{format.number(count)}</span>
              {bounds ? <i className={`shade shade--${shadeOf(count, bounds)}`} aria-hidden="true" /> : null}
            </TableCell>
          </tr>
        );
      })}
    </Table>
  );
}
