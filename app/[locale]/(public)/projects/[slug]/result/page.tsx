import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
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
import { env } from "@/lib/env";
import { getPathname } from "@/lib/i18n/navigation";
import { findProject } from "@/lib/project/page/queries";
import type { ProjectView } from "@/lib/project/page/types";
import { resultData } from "@/lib/project/schema-org/rules";
import { alternatesOf } from "../../../../alternates";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/result">;

const read = cache(async (slug: string) => (await findProject(await getViewer(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { slug } = await params;
  const project = await read(slug);
  const t = await getTranslations("project.result");
  const title = t("of", { project: project.title });
  if (!isShared(project)) return { title, robots: { index: false } };
  const description = project.purpose;
  const authors = [project.association, ...project.coHosts].flatMap((carrier) => carrier?.name ?? []);
  return {
    ...{ title, description, openGraph: { type: "article", title, description, authors, locale: project.locale } },
    ...(await alternatesOf({ pathname: "/projects/[slug]/result", params: { slug } })),
  };
});

/** Whether anybody may read it, and so pass it on. */
const isShared = ({ state, isMembersOnly, isWithheld }: ProjectView) =>
  state === "COMPLETED" && !isMembersOnly && !isWithheld;

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
      {isShared(project) ? (
        <script type="application/ld+json">{resultData(project, await addressOf(project.slug))}</script>
      ) : null}
    </div>
  );
});

async function addressOf(slug: string): Promise<string> {
  const href = { pathname: "/projects/[slug]/result" as const, params: { slug } };
  return env.APP_URL + getPathname({ href, locale: await getLocale() });
}

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
