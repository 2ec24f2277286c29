import { useTranslations } from "next-intl";
import { queryOf } from "@/lib/directory/filter/rules";
import { filtersOfQuery, keptQuery } from "@/lib/directory/saved/rules";
import type { Filters } from "@/lib/directory/types";
import { Link } from "@/lib/i18n/navigation";

/**
 * The way to save a search: a page that says what will be kept, asks visitors in and brings them back. With nothing looked
 * for, the way to those saved.
 */
export function SaveLink({ filters, isVisitor }: { filters: Filters; isVisitor: boolean }) {
  const t = useTranslations("directory.saved");
  const query = queryOf(filtersOfQuery(keptQuery(filters)));
  const isPlain = Object.keys(query).length === 0;
  if (isPlain && isVisitor) return null;
  return (
    <Link className="meta save-search" href={{ pathname: "/people/searches", query }} rel="nofollow">
      {t(isPlain ? "open" : "save")}
    </Link>
  );
}
