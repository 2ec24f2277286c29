import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import { queryOf } from "@/lib/directory/filter/rules";
import { type Filters, VIEWS } from "@/lib/directory/types";

/** The same people as a list, on a map, in a table: three links, each from the start. */
export function PeopleViews({ filters }: { filters: Filters }) {
  const t = useTranslations("directory.view");
  return (
    <div className="views">
      <Tabs
        label={t("label")}
        tabs={VIEWS.map((view) => ({
          label: t(view),
          href: { pathname: "/people", query: queryOf({ ...filters, view, after: null }) },
          isCurrent: view === filters.view,
        }))}
      />
    </div>
  );
}
