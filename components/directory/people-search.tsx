import { useLocale, useTranslations } from "next-intl";
import { LIST_SEARCH_ID, ListSearch } from "@/components/layout/facets";
import { SUGGESTION_KINDS } from "@/lib/directory/suggestion/types";
import { type Filters, SORTS } from "@/lib/directory/types";
import { KeptFields } from "./kept-fields";
import { SuggestField } from "./suggest-field";

/** The words and the order; what the filters chose stays chosen. */
export function PeopleSearch({ filters, action }: { filters: Filters; action: string }) {
  const t = useTranslations("directory");
  return (
    <ListSearch
      action={action}
      label={t("search.label")}
      placeholder={t("search.placeholder")}
      field={<Suggestions query={filters.q} />}
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

function Suggestions({ query }: { query: string }) {
  const t = useTranslations("directory");
  const kinds = SUGGESTION_KINDS.map((kind) => [kind, t(`suggest.kind.${kind}`)]);
  return (
    <SuggestField
      id={LIST_SEARCH_ID}
      query={query}
      placeholder={t("search.placeholder")}
      locale={useLocale()}
      sentences={{
        list: t("suggest.list"),
        kinds: Object.fromEntries(kinds),
        none: t("suggest.none"),
        one: t("suggest.one"),
        many: t("suggest.many", { count: "{count}" }),
      }}
    />
  );
}
