import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { pack } from "@/components/ui/packed";
import { queryOf } from "@/lib/directory/filter/rules";
import { WINDOW } from "@/lib/directory/ranking/rules";
import type { PeoplePage } from "@/lib/directory/types";
import { getPathname, Link } from "@/lib/i18n/navigation";
import { PeopleList } from "./people-list";
import { lineOf } from "./person-line";
import { useStepTitle } from "./step-title";

/** Where few were found, some whom one step more finds, under the name of that step; and where all of them are. */
export function PeopleBeneath({ page }: { page: PeoplePage }) {
  const t = useTranslations();
  const language = useLocale();
  const titleOf = useStepTitle(page.associations);
  if (!page.beneath) return null;
  const { way, items } = page.beneath;
  const hasMore = way.total > page.items.length + items.length;
  const all = t(`directory.beneath.all${way.total > WINDOW ? "Many" : ""}`, { count: way.total, max: WINDOW });
  return (
    <div className="mt-8">
      <Section
        id="beneath"
        title={titleOf(way)}
        note={hasMore ? <Link href={{ pathname: "/people", query: queryOf(way.filters) }}>{all}</Link> : null}
      >
        <PeopleList
          people={pack(items.map((person) => lineOf(person, { t, language })))}
          path={getPathname({ href: "/people", locale: language })}
          level={3}
        />
      </Section>
    </div>
  );
}
