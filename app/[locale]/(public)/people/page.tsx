import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { listMetadata } from "@/app/[locale]/list-metadata";
import { page } from "@/app/[locale]/page-shape";
import { ActiveCriteria } from "@/components/directory/active-criteria";
import { PeopleFacets } from "@/components/directory/people-facets";
import { PeopleResults } from "@/components/directory/people-results";
import { PeopleSearch } from "@/components/directory/people-search";
import { PeopleViews } from "@/components/directory/people-views";
import { PrintHead } from "@/components/directory/print-head";
import { SetAside } from "@/components/directory/set-aside";
import { UnknownTown } from "@/components/directory/town-fields";
import { DirectoryLayout } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { Notice } from "@/components/ui/notice";
import { getViewer } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { askedByVisitor, queryOf, readFilters } from "@/lib/directory/filter/rules";
import { searchPeople } from "@/lib/directory/queries";
import { listSpokenOf } from "@/lib/directory/saved/queries";
import { keptQuery, searchLabel } from "@/lib/directory/saved/rules";
import { getPathname } from "@/lib/i18n/navigation";

type Props = PageProps<"/[locale]/people">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [viewer, language, t] = [await getViewer(), await getLocale(), await getTranslations("directory")];
  const asked = readFilters(await searchParams);
  const filters = viewer ? asked : askedByVisitor(asked);
  const associations = await listSpokenOf(keptQuery(filters));
  return listMetadata({
    target: { pathname: "/people" },
    title: t("title"),
    description: t("description"),
    words: [
      searchLabel(filters, { language, say: t, associations }),
      asked.view === "list" ? "" : t(`view.${asked.view}`),
    ],
    isPlain: Object.keys(queryOf(asked)).length === 0,
  });
}

export default page(async function PeoplePage({ searchParams }: Props) {
  const [viewer, locale, t] = [await getViewer(), await getLocale(), await getTranslations("directory")];
  const filters = readFilters(await searchParams);
  const found = await searchPeople(viewer, filters, { language: locale });
  const kept = found.filters;
  const action = getPathname({ href: "/people", locale });
  const isVisitor = viewer === null;
  return (
    <div className="wrap">
      <PageHead title={t("title")} note={t("note")} />
      <DirectoryLayout filters={<PeopleFacets filters={kept} page={found} action={action} isVisitor={isVisitor} />}>
        <PeopleSearch filters={filters} action={action} />
        <UnknownTown filters={filters} />
        <ActiveCriteria filters={kept} page={found} />
        <PrintHead filters={kept} page={found} today={dayOf(new Date())} />
        <PeopleViews filters={kept} />
        <SetAside words={found.setAside} count={found.total} />
        {found.isRestarted ? <Notice role="status">{t("restarted")}</Notice> : null}
        <PeopleResults filters={kept} page={found} isVisitor={isVisitor} />
      </DirectoryLayout>
    </div>
  );
});
