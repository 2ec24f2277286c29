import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DirectoryLayout } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { ProjectFilters } from "@/components/project/project-filters";
import { ProjectList } from "@/components/project/project-list";
import { LinkButton } from "@/components/ui/button";
import { getViewer } from "@/lib/auth/session";
import { listProjects } from "@/lib/project/listing/queries";
import { filtersOf } from "@/lib/project/listing/rules";
import { competenceOptions } from "@/lib/taxonomy/rules";
import { alternatesOf } from "../../alternates";
import { page } from "../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("project.list");
  return { title: t("title"), description: t("description"), ...(await alternatesOf({ pathname: "/projects" })) };
}

/** The projects there are, by stage and by competence sought. */
export default page(async function ProjectsPage({ searchParams }: PageProps<"/[locale]/projects">) {
  const filters = filtersOf(await searchParams);
  const found = await listProjects(await getViewer(), filters);
  const t = await getTranslations("project.list");
  const competences = competenceOptions(await getLocale()).map(({ label }) => label);
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        note={
          <LinkButton href="/projects/new" size="small">
            {t("propose")}
          </LinkButton>
        }
      />
      <DirectoryLayout filters={<ProjectFilters filters={filters} page={found} competences={competences} />}>
        <ProjectList filters={filters} page={found} />
      </DirectoryLayout>
    </div>
  );
});
