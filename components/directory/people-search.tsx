import { useTranslations } from "next-intl";
import { ListSearch } from "@/components/layout/facets";
import { type Filters, SORTS } from "@/lib/directory/types";
import { KeptFields } from "./kept-fields";

/** The words and the order; what the filters chose stays chosen. */
export function PeopleSearch({ filters, action }: { filters: Filters; action: string }) {
  const t = useTranslations("directory");
  return (
    <ListSearch action={action} label={t("search.label")} placeholder={t("search.placeholder")} query={filters.q}>
      <div className="field">
        <label className="vh" htmlFor="list-sort">
          {t("sort.label")}
        </label>
        <select id="list-sort" name="sort" defaultValue={filters.sort}>
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${sort}`)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="btn">
        {t("sort.submit")}
      </button>
      <KeptFields filters={filters} except={["q", "sort"]} />
    </ListSearch>
  );
}
