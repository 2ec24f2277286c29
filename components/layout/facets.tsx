import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";

type FacetsProps = {
  /** Path of the list, localized: `getPathname({ href: "/people", locale })`. */
  action: string;
  /** How many filters are on. */
  activeCount: number;
  /** «Mostra 5 persone». */
  submit: ReactNode;
  /** Folds of `FacetChoice`, selects, and hidden fields for what is filtered elsewhere. */
  children: ReactNode;
};

/** The filters of a list: a GET form, so that the address is the search. Inside «Filtri» below 64 rem. */
export function Facets({ action, activeCount, submit, children }: FacetsProps) {
  const t = useTranslations("layout.filters");
  return (
    <form className="facets" action={action} aria-label={t("title")}>
      <details className="facet-wrap">
        <summary className="btn btn--wide facet-sum">
          <Icon name="filter" /> {t("title")}
          {activeCount > 0 ? <span className="soft"> {t("active", { count: activeCount })}</span> : null}
        </summary>
        {children}
        <div className="actions facet-act">
          <button type="submit" className="btn btn--primary btn--wide">
            {submit}
          </button>
        </div>
      </details>
    </form>
  );
}

/** Over a list, because its filters may be folded away: something written there is not known to us. Its field refers to it by the id. */
export function Unknown({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} className="mt-4">
      <Notice role="status">{children}</Notice>
    </div>
  );
}

type FacetChoiceProps = {
  name: string;
  value: string;
  label: ReactNode;
  /** How many it would leave. */
  count?: number | undefined;
  isOn?: boolean | undefined;
  type?: "checkbox" | "radio";
  tile?: ReactNode;
};

export function FacetChoice({ name, value, label, count, isOn = false, type = "checkbox", tile }: FacetChoiceProps) {
  return (
    <label className="choice">
      <input type={type} name={name} value={value} defaultChecked={isOn} />
      {tile}
      <span>{label}</span>
      {count === undefined ? null : <span className="n">{count}</span>}
    </label>
  );
}

type FacetSelectProps = {
  id: string;
  name: string;
  label: string;
  options: readonly { readonly value: string; readonly label: string }[];
  value?: string | undefined;
  /** First entry with no value: «Tutta Italia». */
  none?: string | undefined;
};

/** One of many, in a fold of filters or beside the search; its label is read aloud only. */
export function FacetSelect({ id, name, label, options, value, none }: FacetSelectProps) {
  return (
    <div className="field">
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <select id={id} name={name} defaultValue={value}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

type ListSearchProps = {
  action: string;
  label: string;
  placeholder: string;
  query?: string | undefined;
  /** Stands in place of the plain field, with the same id and name. */
  field?: ReactNode;
  /** Hidden fields that keep the filters, and the select of the order. */
  children?: ReactNode;
};

export const LIST_SEARCH_ID = "list-search";

/** The search over a list, with its order beside it. */
export function ListSearch({ action, label, placeholder, query, field, children }: ListSearchProps) {
  return (
    <search>
      <form className="dir-tools" action={action}>
        <div className="field">
          <label className="vh" htmlFor={LIST_SEARCH_ID}>
            {label}
          </label>
          <div className="search-big">
            <Icon name="search" />
            {field ?? (
              <input id={LIST_SEARCH_ID} type="search" name="q" defaultValue={query} placeholder={placeholder} />
            )}
          </div>
        </div>
        {children}
      </form>
    </search>
  );
}

/** The sentence with the count, then the filters that are on. */
export function ActiveFilters({ count, children }: { count: ReactNode; children?: ReactNode }) {
  return (
    <div className="active">
      <span role="status">{count}</span>
      {children}
    </div>
  );
}
