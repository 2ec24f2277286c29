import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DirectoryLayout } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { HelpingList } from "@/components/project/helping-list";
import { ProjectFilters } from "@/components/project/project-filters";
import { ProjectList } from "@/components/project/project-list";
import { LinkButton } from "@/components/ui/button";
import { getViewer } from "@/lib/auth/session";
import { listHelpNeeds } from "@/lib/project/helping/queries";
import { listProjects } from "@/lib/project/listing/queries";
import { activeCount, filtersOf } from "@/lib/project/listing/rules";
import { alternatesOf } from "../../alternates";
import { page } from "../../page-shape";

/** As many as are read through; the list below has them all. */
const HELPING_MAX = 4;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("project.list");
  return { title: t("title"), description: t("description"), ...(await alternatesOf({ pathname: "/projects" })) };
}

/** The projects there are, by stage and by competence sought. */
export default page(async function ProjectsPage({ searchParams }: PageProps<"/[locale]/projects">) {
  const filters = filtersOf(await searchParams, await getLocale());
  const viewer = await getViewer();
  const isPlain = activeCount(filters) === 0 && filters.after === null;
  const [found, helping] = await Promise.all([
    listProjects(viewer, filters),
    viewer && isPlain ? listHelpNeeds(viewer, { max: HELPING_MAX }) : [],
  ]);
  const t = await getTranslations("project.list");
  const h = await getTranslations("project.helping");
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        note={
          <span className="row row--tight">
            {viewer ? (
              <LinkButton href="/projects/mine" size="small" look="quiet">
                {t("own")}
              </LinkButton>
            ) : null}
            <LinkButton href="/projects/new/idea" size="small">
              {t("openIdea")}
            </LinkButton>
            <LinkButton href="/projects/new" size="small">
              {t("propose")}
            </LinkButton>
          </span>
        }
      />
      {helping.length > 0 ? (
        <Section id="helping" title={h("title")} note={h("note")}>
          <HelpingList needs={helping} />
        </Section>
      ) : null}
      <DirectoryLayout filters={<ProjectFilters filters={filters} page={found} />}>
        <ProjectList filters={filters} page={found} />
      </DirectoryLayout>
    </div>
  );
});
