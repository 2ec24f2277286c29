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
import { listProjects } from "@/lib/project/listing/queries";
import { filtersOf, queryOf } from "@/lib/project/listing/rules";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { listMetadata } from "../../list-metadata";
import { page } from "../../page-shape";

type Props = PageProps<"/[locale]/projects">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [locale, t] = [await getLocale(), await getTranslations("project")];
  const filters = filtersOf(await searchParams, locale);
  const { q, competence, states, kinds, after } = filters;
  return listMetadata({
    target: { pathname: "/projects" },
    title: t("list.title"),
    description: t("list.description"),
    words: [
      q,
      competence ? t("list.seeks", { competence: competenceLabel(competence, locale) }) : "",
      ...states.map((state) => t(`state.${state}`)),
      ...kinds.map((kind) => t(`kind.${kind}`)),
    ],
    isPlain: Object.keys(queryOf(filters)).length === 0 && after === null,
  });
}

/** The projects there are, by stage and by competence sought. */
export default page(async function ProjectsPage({ searchParams }: Props) {
  const filters = filtersOf(await searchParams, await getLocale());
  const viewer = await getViewer();
  const found = await listProjects(viewer, filters);
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
      {found.helping.length > 0 ? (
        <Section id="helping" title={h("title")} note={h("note")}>
          <HelpingList needs={found.helping} />
        </Section>
      ) : null}
      <DirectoryLayout filters={<ProjectFilters filters={filters} page={found} />}>
        <ProjectList filters={filters} page={found} />
      </DirectoryLayout>
    </div>
  );
});
