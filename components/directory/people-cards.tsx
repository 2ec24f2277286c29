import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import type { Filters, PeoplePage } from "@/lib/directory/types";
import { getPathname } from "@/lib/i18n/navigation";
import { PeopleList } from "./people-list";
import { lineOf } from "./person-line";
import { WayOut } from "./way-out";

type PeopleCardsProps = { filters: Filters; page: PeoplePage; isVisitor: boolean };

/** People as cards; at the end a way to find others, and where nobody was found some who are near. */
export function PeopleCards({ filters, page, isVisitor }: PeopleCardsProps) {
  const t = useTranslations();
  const language = useLocale();
  const path = getPathname({ href: "/people", locale: language });
  const linesOf = (people: PeoplePage["items"]) => people.map((person) => lineOf(person, { t, language }));
  return (
    <>
      <PeopleList people={linesOf(page.items)} path={path}>
        {page.nextCursor === null ? <WayOut filters={filters} page={page} isVisitor={isVisitor} /> : null}
      </PeopleList>
      {page.nearby.length > 0 ? (
        <div className="mt-8">
          <Section id="nearby" title={t("directory.wayOut.nearby")}>
            <PeopleList people={linesOf(page.nearby)} path={path} level={3} />
          </Section>
        </div>
      ) : null}
    </>
  );
}
