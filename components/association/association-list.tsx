import { useLocale, useTranslations } from "next-intl";
import { ActiveFilters, ListSearch } from "@/components/layout/facets";
import { Button, LinkButton } from "@/components/ui/button";
import { FilterChip } from "@/components/ui/chip";
import { Empty } from "@/components/ui/empty";
import { Joined } from "@/components/ui/joined";
import { Pagination } from "@/components/ui/pagination";
import { activeCount, queryOf } from "@/lib/association/listing/rules";
import type { AssociationsPage, Filters } from "@/lib/association/listing/types";
import { Link } from "@/lib/i18n/navigation";
import { regionLabel } from "@/lib/taxonomy/place/rules";
import { valueLabel } from "@/lib/taxonomy/value/rules";
import { AssociationCell } from "./association-cell";

type AssociationListProps = { filters: Filters; page: AssociationsPage; action: string };

/** Search, what is filtered, the associations from A to Z. */
export function AssociationList({ filters, page, action }: AssociationListProps) {
  const t = useTranslations("association.list");
  const { q: _q, after: _after, ...kept } = queryOf(filters);
  const count = activeCount(filters);
  return (
    <>
      <ListSearch action={action} label={t("search")} placeholder={t("searchHint")} query={filters.q}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit">{t("submit")}</Button>
      </ListSearch>
      <ActiveFilters count={t.rich("count", { count: page.total, filters: count, b: (text) => <b>{text}</b> })}>
        <Chips filters={filters} />
        {count > 0 ? (
          <Link className="meta" href="/associations">
            {t("clear")}
          </Link>
        ) : null}
      </ActiveFilters>
      {page.items.length > 0 ? (
        <>
          <Joined look="people">
            {page.items.map((association) => (
              <AssociationCell key={association.slug} association={association} />
            ))}
          </Joined>
          <Pagination next={page.nextCursor ? hrefOf({ ...filters, after: page.nextCursor }) : null}>
            {page.nextCursor ? null : t("end")}
          </Pagination>
        </>
      ) : (
        <Nothing isFiltered={count > 0} />
      )}
    </>
  );
}

const hrefOf = (filters: Filters) => ({ pathname: "/associations" as const, query: queryOf(filters) });

function Chips({ filters }: { filters: Filters }) {
  const t = useTranslations("association");
  const locale = useLocale();
  const { q, value, region, entry } = filters;
  const without = (change: Partial<Filters>) => hrefOf({ ...filters, ...change, after: null });
  return (
    <>
      {q ? <FilterChip href={without({ q: "" })}>{t("list.query", { q })}</FilterChip> : null}
      {value ? <FilterChip href={without({ value: null })}>{valueLabel(value, locale)}</FilterChip> : null}
      {region ? <FilterChip href={without({ region: null })}>{regionLabel(region, locale)}</FilterChip> : null}
      {entry ? <FilterChip href={without({ entry: null })}>{t(`entry.${entry}`)}</FilterChip> : null}
    </>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations("association.list");
  return (
    <Empty
      title={t("none.title")}
      actions={
        <>
          {isFiltered ? <LinkButton href="/associations">{t("none.all")}</LinkButton> : null}
          <LinkButton look="primary" href="/associations/new">
            {t("found")}
          </LinkButton>
        </>
      }
      example={t("none.example")}
    >
      {t("none.text")}
    </Empty>
  );
}
