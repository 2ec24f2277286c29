import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Compared, CompareForm, VersionList } from "@/components/association/versions";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { Crumbs } from "@/components/ui/crumbs";
import { findVersions } from "@/lib/association/charter/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/pledge/versions">;

const read = async (props: Props) =>
  (await findVersions((await props.params).slug, await props.searchParams)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("charter.versions");
  return { title: t("titleOf", { name: association.name }), description: t("note") };
});

/** Every version of a charter, and any two of them side by side (promise P41). */
export default page(async function VersionsPage(props: Props) {
  const view = await read(props);
  const t = await getTranslations("charter.versions");
  const { slug, name } = view.association;
  const params = { slug };
  return (
    <div className="wrap">
      <Crumbs
        path={[
          { label: name, href: { pathname: "/associations/[slug]", params } },
          { label: t("back"), href: { pathname: "/associations/[slug]/charter", params } },
        ]}
        current={t("title")}
      />
      <PageHead title={t("titleOf", { name })} note={t("note")} />
      <div className="sections mt-6 max-w-[46rem]">
        <Section id="versions" title={t("list")}>
          <VersionList view={view} />
        </Section>
        {view.comparison ? (
          <Section id="compare" title={t("compare")}>
            <CompareForm view={view} />
            <Compared comparison={view.comparison} locale={view.locale} />
          </Section>
        ) : (
          <p className="meta">{t("one")}</p>
        )}
      </div>
    </div>
  );
});
