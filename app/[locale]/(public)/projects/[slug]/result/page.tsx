import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { concludeProjectAction } from "@/app/_actions/project";
import { PageHead } from "@/components/layout/page-head";
import { Done } from "@/components/project/done";
import { ProjectCrumbs } from "@/components/project/project-head";
import { ResultForm } from "@/components/project/result-form";
import { PublishedResult } from "@/components/project/result-page";
import { Actions, LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { getViewer } from "@/lib/auth/session";
import { findProject } from "@/lib/project/page/queries";
import type { ProjectView } from "@/lib/project/page/types";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/result">;

const read = cache(async (slug: string) => (await findProject(await getViewer(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { title, state, isMembersOnly } = await read((await params).slug);
  const t = await getTranslations("project.result");
  const isIndexed = state === "COMPLETED" && !isMembersOnly;
  return { title: t("of", { project: title }), ...(!isIndexed && { robots: { index: false } }) };
});

/** The published result; before that, the form to write it, for the owner of a running project. */
export default page(async function ResultPage({ params, searchParams }: Props) {
  const project = await read((await params).slug);
  const { done } = await searchParams;
  const t = await getTranslations("project.result");
  const isPublished = project.state === "COMPLETED";
  const isOwner = project.viewer?.isOwner ?? false;
  return (
    <div className="wrap">
      <ProjectCrumbs project={project} current={t("title")} />
      <PageHead title={isPublished || !isOwner ? t("of", { project: project.title }) : t("writeTitle")} />
      <Done of="project" done={done} />
      <p className="lead mt-4 mb-6" lang={isPublished || !isOwner ? project.locale : undefined}>
        {isPublished || !isOwner ? project.purpose : t("writeLead")}
      </p>
      {isPublished ? <PublishedResult project={project} /> : <NotYet project={project} isOwner={isOwner} />}
    </div>
  );
});

async function NotYet({ project, isOwner }: { project: ProjectView; isOwner: boolean }) {
  const t = await getTranslations("project.result");
  const { slug, state, openCommitments } = project;
  if (isOwner && state === "ACTIVE" && openCommitments === 0)
    return <ResultForm action={concludeProjectAction} slug={slug} />;
  const isRunning = state === "ACTIVE";
  const why = isOwner ? (isRunning ? t("blocked", { count: openCommitments }) : t("notRunning")) : t("notYet");
  const pathname = isOwner ? "/projects/[slug]/manage" : "/projects/[slug]";
  return (
    <>
      <Notice>{why}</Notice>
      <Actions className="mt-4">
        <LinkButton href={{ pathname, params: { slug } }}>{project.title}</LinkButton>
      </Actions>
    </>
  );
}
