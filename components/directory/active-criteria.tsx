import { useLocale, useTranslations } from "next-intl";
import { ActiveFilters } from "@/components/layout/facets";
import { FilterChip } from "@/components/ui/chip";
import { cleared, queryOf } from "@/lib/directory/filter/rules";
import { WINDOW } from "@/lib/directory/ranking/rules";
import type { Criterion, Filters, PeoplePage } from "@/lib/directory/types";
import { Link } from "@/lib/i18n/navigation";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { useCriterionLabel } from "./criterion-label";

type ActiveCriteriaProps = { filters: Filters; page: PeoplePage };

/** How many people there are, and everything that narrowed them down, each with a way to undo it. */
export function ActiveCriteria({ filters, page }: ActiveCriteriaProps) {
  const t = useTranslations("directory");
  const { criteria, associations } = page;
  const labelOf = useCriterionLabel(associations);
  return (
    <>
      <ActiveFilters count={<Count page={page} />}>
        {criteria.map((criterion) => (
          <FilterChip key={keyOf(criterion)} href={{ pathname: "/people", query: queryOf(criterion.without) }}>
            {labelOf(criterion)}
          </FilterChip>
        ))}
        {criteria.length > 1 ? (
          <Link className="meta" href={{ pathname: "/people", query: queryOf(cleared(filters)) }}>
            {t("clear")}
          </Link>
        ) : null}
      </ActiveFilters>
      <Readings criteria={criteria} />
    </>
  );
}

/** How many; beyond what is looked at, more than that. */
function Count({ page: { total, isExact, criteria } }: { page: PeoplePage }) {
  const t = useTranslations("directory.count");
  const many = isExact ? "" : "Many";
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>;
  return criteria.length === 0
    ? t.rich(`all${many}`, { count: total, max: WINDOW, b })
    : t.rich(`filtered${many}`, { count: total, max: WINDOW, filters: criteria.length, b });
}

const keyOf = (criterion: Criterion) => JSON.stringify({ ...criterion, without: null });

/** What words were taken to mean, where that is more than they say by themselves. */
function Readings({ criteria }: { criteria: readonly Criterion[] }) {
  const t = useTranslations("directory");
  const language = useLocale();
  const read = criteria.flatMap((one) => {
    if (one.kind !== "competence" || one.typed === null) return [];
    const meanings = one.slugs.map((slug) => competenceLabel(slug, language));
    return meanings.some((label) => label.toLowerCase() === one.typed?.toLowerCase())
      ? []
      : [{ word: one.typed, meanings }];
  });
  const sentences = [
    ...criteria.flatMap((one) =>
      one.kind === "side" && one.typed !== null && (one.side === "offers" || one.side === "asks")
        ? [t(`readSide.${one.side}`, { words: one.typed })]
        : [],
    ),
    ...read.map(({ word, meanings }) => t("readAs", { word, meanings: meanings.join(", ") })),
  ];
  return sentences.length === 0 ? null : <p className="meta readings">{sentences.join(" ")}</p>;
}
