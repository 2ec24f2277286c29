import { useLocale, useTranslations } from "next-intl";
import { pack } from "@/components/ui/packed";
import type { Filters, PeoplePage } from "@/lib/directory/types";
import { getPathname } from "@/lib/i18n/navigation";
import { sayingOnce } from "@/lib/i18n/saying-once";
import { PeopleList } from "./people-list";
import { lineOf } from "./person-line";
import { WayOut } from "./way-out";

type PeopleCardsProps = { filters: Filters; page: PeoplePage; isVisitor: boolean };

/** People as cards; at the end a way to find others. */
export function PeopleCards({ filters, page, isVisitor }: PeopleCardsProps) {
  const t = sayingOnce(useTranslations());
  const language = useLocale();
  const path = getPathname({ href: "/people", locale: language });
  return (
    <PeopleList people={pack(page.items.map((person) => lineOf(person, { t, language })))} path={path}>
      {page.nextCursor === null ? <WayOut filters={filters} page={page} isVisitor={isVisitor} /> : null}
    </PeopleList>
  );
}
