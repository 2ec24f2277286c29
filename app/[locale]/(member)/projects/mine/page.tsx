import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { OwnProjects } from "@/components/project/own-projects";
import { LinkButton } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/session";
import { listMyProjects } from "@/lib/project/listing/queries";
import { page } from "../../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("project.own");
  return { title: t("title") };
}

/** The projects the actor leads, sits in, waits to sit in, or dreams; those that have ended last. */
export default page(async function OwnProjectsPage() {
  const projects = await listMyProjects(await requireActor());
  const t = await getTranslations("project.own");
  const l = await getTranslations("project.list");
  return (
    <div className="wrap">
      <Crumbs path={[{ label: l("title"), href: "/projects" }]} current={t("title")} />
      <PageHead title={t("title")} />
      {projects.length > 0 ? (
        <Section id="all" title={t("title")} isTitleHidden>
          <OwnProjects projects={projects} />
        </Section>
      ) : (
        <Empty
          title={t("none")}
          actions={
            <>
              <LinkButton look="primary" href="/projects">
                {t("browse")}
              </LinkButton>
              <LinkButton href="/projects/new/idea">{l("openIdea")}</LinkButton>
            </>
          }
        >
          {t("noneText")}
        </Empty>
      )}
    </div>
  );
});
