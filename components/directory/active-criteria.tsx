import { useLocale, useTranslations } from "next-intl";
import { ActiveFilters } from "@/components/layout/facets";
import { FilterChip } from "@/components/ui/chip";
import { cleared, queryOf } from "@/lib/directory/filter/rules";
import type { Criterion, Filters, PeoplePage } from "@/lib/directory/types";
import { Link } from "@/lib/i18n/navigation";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { useCriterionLabel } from "./criterion-label";

type ActiveCriteriaProps = { filters: Filters; page: PeoplePage };

/** How many people there are, and everything that narrowed them down, each with a way to undo it. */
export function ActiveCriteria({ filters, page: { total, criteria, associations } }: ActiveCriteriaProps) {
  const t = useTranslations("directory");
  const labelOf = useCriterionLabel(associations);
  const bold = (chunks: React.ReactNode) => <b>{chunks}</b>;
  const count =
    criteria.length === 0
      ? t.rich("count.all", { count: total, b: bold })
      : t.rich("count.filtered", { count: total, filters: criteria.length, b: bold });
  return (
    <>
      <ActiveFilters count={count}>
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
