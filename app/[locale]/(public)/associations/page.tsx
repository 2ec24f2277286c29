import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AssociationFilters } from "@/components/association/association-filters";
import { AssociationList } from "@/components/association/association-list";
import { DirectoryLayout } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { LinkButton } from "@/components/ui/button";
import { listAssociations } from "@/lib/association/listing/queries";
import { readFilters } from "@/lib/association/listing/rules";
import { getPathname } from "@/lib/i18n/navigation";
import { alternatesOf } from "../../alternates";
import { page } from "../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("association.list");
  return { title: t("title"), description: t("description"), ...(await alternatesOf({ pathname: "/associations" })) };
}

/** The associations there are, by value, region and way in. */
export default page(async function AssociationsPage({ searchParams }: PageProps<"/[locale]/associations">) {
  const filters = readFilters(await searchParams);
  const found = await listAssociations(filters);
  const t = await getTranslations("association.list");
  const action = getPathname({ href: "/associations", locale: await getLocale() });
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        note={
          <LinkButton href="/associations/new" size="small">
            {t("found")}
          </LinkButton>
        }
      />
      <DirectoryLayout filters={<AssociationFilters filters={filters} action={action} />}>
        <AssociationList filters={filters} page={found} action={action} />
      </DirectoryLayout>
    </div>
  );
});
