import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { alternatesOf } from "@/app/[locale]/alternates";
import { page } from "@/app/[locale]/page-shape";
import { ActiveCriteria } from "@/components/directory/active-criteria";
import { PeopleFacets } from "@/components/directory/people-facets";
import { PeopleList } from "@/components/directory/people-list";
import { PeoplePager } from "@/components/directory/people-pager";
import { PeopleSearch } from "@/components/directory/people-search";
import { lineOf } from "@/components/directory/person-line";
import { WayOut } from "@/components/directory/way-out";
import { DirectoryLayout } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/notice";
import { getViewer } from "@/lib/auth/session";
import { queryOf, readFilters } from "@/lib/directory/filter/rules";
import { searchPeople } from "@/lib/directory/queries";
import { getPathname } from "@/lib/i18n/navigation";

type Props = PageProps<"/[locale]/people">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("directory");
  const isPlain = Object.keys(queryOf(readFilters(await searchParams))).length === 0;
  return {
    title: t("title"),
    description: t("description"),
    ...(await alternatesOf({ pathname: "/people" })),
    ...(isPlain ? {} : { robots: { index: false, follow: true } }),
  };
}

export default page(async function PeoplePage({ searchParams }: Props) {
  const [viewer, locale, t] = [await getViewer(), await getLocale(), await getTranslations("directory")];
  const filters = readFilters(await searchParams);
  const found = await searchPeople(viewer, filters, { language: locale });
  const action = getPathname({ href: "/people", locale });
  const words = { t: await getTranslations(), language: locale };
  const isVisitor = viewer === null;
  return (
    <div className="wrap">
      <PageHead title={t("title")} note={t("note")} />
      <DirectoryLayout filters={<PeopleFacets filters={filters} page={found} action={action} isVisitor={isVisitor} />}>
        <PeopleSearch filters={filters} action={action} />
        <ActiveCriteria filters={filters} page={found} />
        {found.isRestarted ? <Notice role="status">{t("restarted")}</Notice> : null}
        <PeopleList people={found.items.map((person) => lineOf(person, words))} path={action}>
          {found.nextCursor === null ? <WayOut filters={filters} page={found} isVisitor={isVisitor} /> : null}
        </PeopleList>
        {found.nearby.length > 0 ? (
          <div className="mt-8">
            <Section id="nearby" title={t("wayOut.nearby")}>
              <PeopleList people={found.nearby.map((person) => lineOf(person, words))} path={action} level={3} />
            </Section>
          </div>
        ) : null}
        <PeoplePager filters={filters} page={found} />
      </DirectoryLayout>
    </div>
  );
});
