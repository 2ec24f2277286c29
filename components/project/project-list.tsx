import { useLocale, useTranslations } from "next-intl";
import { ActiveFilters, FacetSelect, ListSearch } from "@/components/layout/facets";
import { Button, LinkButton } from "@/components/ui/button";
import { FilterChip } from "@/components/ui/chip";
import { useDates } from "@/components/ui/dates";
import { Empty } from "@/components/ui/empty";
import { pack } from "@/components/ui/packed";
import { Pagination } from "@/components/ui/pagination";
import { getPathname, Link } from "@/lib/i18n/navigation";
import { sayingOnce } from "@/lib/i18n/saying-once";
import { activeCount, queryOf } from "@/lib/project/listing/rules";
import { type Filters, type ProjectsPage, SORTS } from "@/lib/project/listing/types";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { ProjectCells } from "./project-cells";
import { UnknownCompetence } from "./project-filters";
import { lineOf } from "./project-line";

type ProjectListProps = { filters: Filters; page: ProjectsPage };

/** The search with its order, what is filtered, the projects. */
export function ProjectList({ filters, page }: ProjectListProps) {
  const t = useTranslations("project.list");
  const locale = useLocale();
  const words = { t: sayingOnce(useTranslations("project")), dates: useDates() };
  const count = activeCount(filters);
  return (
    <>
      <Search filters={filters} />
      <UnknownCompetence filters={filters} />
      <ActiveFilters count={t.rich("count", { count: page.total, filters: count, b: (text) => <b>{text}</b> })}>
        <ActiveChips filters={filters} page={page} />
        {count > 1 ? (
          <Link className="meta" href="/projects">
            {t("clear")}
          </Link>
        ) : null}
      </ActiveFilters>
      {page.items.length > 0 ? (
        <>
          <ProjectCells
            projects={pack(page.items.map((project) => lineOf(project, words)))}
            path={getPathname({ href: "/projects", locale })}
          />
          <Pagination
            next={
              page.nextCursor ? { pathname: "/projects", query: { ...queryOf(filters), after: page.nextCursor } } : null
            }
          >
            {page.nextCursor || filters.after ? null : t("end", { count: page.total, shown: page.items.length })}
          </Pagination>
        </>
      ) : (
        <Nothing filters={count} />
      )}
    </>
  );
}

function Search({ filters }: { filters: Filters }) {
  const t = useTranslations("project.list");
  const { q: _q, sort: _sort, ...kept } = queryOf(filters);
  return (
    <ListSearch
      action={getPathname({ href: "/projects", locale: useLocale() })}
      label={t("search")}
      placeholder={t("searchHint")}
      query={filters.q}
    >
      <FacetSelect
        id="sort"
        name="sort"
        label={t("sort")}
        options={SORTS.map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }))}
        value={filters.sort}
      />
      <Button type="submit">{t("find")}</Button>
      {Object.entries(kept).flatMap(([name, value]) =>
        [value].flat().map((one) => <input key={name + one} type="hidden" name={name} value={one} />),
      )}
    </ListSearch>
  );
}

function ActiveChips({ filters, page }: ProjectListProps) {
  const t = useTranslations("project");
  const locale = useLocale();
  const { q, competence, association, states, kinds } = filters;
  const without = (change: Partial<Filters>) => ({
    pathname: "/projects" as const,
    query: queryOf({ ...filters, ...change }),
  });
  return (
    <>
      {q ? <FilterChip href={without({ q: "" })}>{t("list.query", { q })}</FilterChip> : null}
      {competence ? (
        <FilterChip href={without({ competence: null })}>
          {t("list.seeks", { competence: competenceLabel(competence, locale) })}
        </FilterChip>
      ) : null}
      {association ? (
        <FilterChip href={without({ association: null })}>
          {t("list.of", { association: page.associationName ?? association })}
        </FilterChip>
      ) : null}
      {states.map((state) => (
        <FilterChip key={state} href={without({ states: states.filter((other) => other !== state) })}>
          {t(`state.${state}`)}
        </FilterChip>
      ))}
      {kinds.map((kind) => (
        <FilterChip key={kind} href={without({ kinds: kinds.filter((other) => other !== kind) })}>
          {t(`kind.${kind}`)}
        </FilterChip>
      ))}
    </>
  );
}

function Nothing({ filters }: { filters: number }) {
  const t = useTranslations("project.list");
  if (filters > 0)
    return (
      <Empty title={t("none.title", { filters })} actions={<LinkButton href="/projects">{t("none.all")}</LinkButton>}>
        {t("none.text", { filters })}
      </Empty>
    );
  return (
    <Empty
      title={t("empty.title")}
      actions={
        <LinkButton look="primary" href="/projects/new">
          {t("propose")}
        </LinkButton>
      }
      example={t("empty.example")}
    >
      {t("empty.text")}
    </Empty>
  );
}
