import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { queryOf } from "@/lib/directory/filter/rules";
import { narrowedTo } from "@/lib/directory/map/rules";
import type { Filters } from "@/lib/directory/types";
import { Link } from "@/lib/i18n/navigation";
import type { PlaceRef } from "@/lib/taxonomy/types";

type MapLinkProps = {
  filters: Filters;
  place: PlaceRef;
  label: string;
  count: number;
  /** Whether everybody is counted, so that 0 means nobody. */
  isCounted: boolean;
  children: ReactNode;
};

/** A shape of the map that narrows the search to its place; a mere shape where there is nobody. The keyboard has the table. */
export function MapLink({ filters, place, label, count, isCounted, children }: MapLinkProps) {
  const t = useTranslations("directory.map");
  const named = (
    <>
      <title>{t("tooltip", { place: label, count })}</title>
      {children}
    </>
  );
  if (count === 0 && isCounted) return <g>{named}</g>;
  return (
    <Link href={{ pathname: "/people", query: queryOf(narrowedTo(filters, place)) }} tabIndex={-1}>
      {named}
    </Link>
  );
}
