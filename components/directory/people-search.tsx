import { useTranslations } from "next-intl";
import { LIST_SEARCH_ID, ListSearch } from "@/components/layout/facets";
import { type Filters, SORTS } from "@/lib/directory/types";
import { KeptFields } from "./kept-fields";
import { SearchField } from "./search-field";

/** The words and the order; what the filters chose stays chosen. */
export function PeopleSearch({ filters, action }: { filters: Filters; action: string }) {
  const t = useTranslations("directory");
  return (
    <ListSearch
      action={action}
      label={t("search.label")}
      placeholder={t("search.placeholder")}
      field={<SearchField id={LIST_SEARCH_ID} query={filters.q} placeholder={t("search.placeholder")} />}
    >
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
