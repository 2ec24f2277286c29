import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { AssociationProjects } from "@/components/project/association-projects";
import { Crumbs } from "@/components/ui/crumbs";
import { findAssociation } from "@/lib/association/queries";
import { getViewer } from "@/lib/auth/session";
import { listProjectsOf } from "@/lib/project/listing/queries";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/projects">;

const read = async (props: Props) =>
  (await findAssociation(await getViewer(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { name, tagline } = await read(props);
  const t = await getTranslations("association.page");
  return { title: `${t("projects")}, ${name}`, description: tagline };
});

/** The projects of an association, as far as whoever looks may see them. */
export default page(async function AssociationProjectsPage(props: Props) {
  const { slug, name } = await read(props);
  const projects = await listProjectsOf(slug, await getViewer());
  const t = await getTranslations("association.page");
  const path = { pathname: "/associations/[slug]", params: { slug } } as const;
  return (
    <div className="wrap">
      <Crumbs path={[{ label: name, href: path }]} current={t("projects")} />
      <PageHead title={t("projectsOf", { name })} />
      <Section id="all" title={t("projects")} isTitleHidden>
        <AssociationProjects projects={projects} />
      </Section>
    </div>
  );
});
