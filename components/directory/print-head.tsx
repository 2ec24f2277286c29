import { useTranslations } from "next-intl";
import { Day } from "@/components/ui/moment";
import { WINDOW } from "@/lib/directory/ranking/rules";
import type { Filters, PeoplePage } from "@/lib/directory/types";
import { useCriterionLabel } from "./criterion-label";

type PrintHeadProps = { filters: Filters; page: PeoplePage; today: string };

/** On paper only: what was looked for, how many there are, how many of them stand here, and when. */
export function PrintHead({ filters, page, today }: PrintHeadProps) {
  const t = useTranslations("directory.table");
  const labelOf = useCriterionLabel(page.associations);
  const search = page.criteria.map(labelOf).join(", ") || t("everybody");
  const shown = page.items.length;
  const isPart = filters.view !== "map" && shown < page.total;
  const found = t(page.isExact ? "print" : "printMany", { search, count: page.total, max: WINDOW });
  return (
    <p className="print-head">
      {isPart ? `${found} ${t("printPart", { shown })}` : found} <Day on={today} />
    </p>
  );
}
