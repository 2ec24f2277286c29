import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { concludeProjectAction } from "@/app/_actions/project";
import {
  addPictureAction,
  openThanksAction,
  removePictureAction,
  signResultAction,
  takeBackThanksAction,
  thankAction,
} from "@/app/_actions/result";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { Again } from "@/components/project/lineage";
import { ProjectCrumbs } from "@/components/project/project-head";
import { ResultForm } from "@/components/project/result-form";
import { CarriedBy, PublishedResult } from "@/components/project/result-page";
import { PicturesDesk } from "@/components/project/result-pictures";
import { ThanksDesk } from "@/components/project/result-thanks";
import { SignatureForm } from "@/components/project/signature-form";
import { Actions, LinkButton } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { Notice } from "@/components/ui/notice";
import { getViewer } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { getPathname } from "@/lib/i18n/navigation";
import type { ProjectView } from "@/lib/project/page/types";
import { findResult } from "@/lib/project/result/queries";
import type { ResultView } from "@/lib/project/result/types";
import { isOver } from "@/lib/project/rules";
import { resultData } from "@/lib/project/schema-org/rules";
import { alternatesOf } from "../../../../alternates";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/result">;

const read = cache(async (slug: string) => (await findResult(await getViewer(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { slug } = await params;
  const { project } = await read(slug);
  const t = await getTranslations("project.result");
  const title = t("of", { project: project.title });
  if (!isShared(project)) return { title, robots: { index: false } };
  const description = project.purpose;
  const authors = [project.association, ...project.coHosts].flatMap((carrier) => carrier?.name ?? []);
  return {
    ...{
      title,
      description,
      openGraph: { type: "article", title, description, authors, locale: project.locale, images: [cardOf(project)] },
    },
    twitter: { card: "summary_large_image" },
    ...(await alternatesOf({ pathname: "/projects/[slug]/result", params: { slug } })),
  };
});

/** Drawn beside a link to it elsewhere; nobody is named there. */
const cardOf = ({ slug, title }: ProjectView) => ({
  ...{ url: `${env.APP_URL}/api/results/${slug}`, width: 1200, height: 630, alt: title },
});

/** Whether anybody may read it, and so pass it on. */
const isShared = ({ state, isMembersOnly, isWithheld }: ProjectView) =>
  state === "COMPLETED" && !isMembersOnly && !isWithheld;

/** The published result; before that, the form to write it, for the owner of a running project. */
export default page(async function ResultPage({ params, searchParams }: Props) {
  const result = await read((await params).slug);
  const { project } = result;
  const { done } = await searchParams;
  const t = await getTranslations("project.result");
  const isPublished = project.state === "COMPLETED";
  const isWriting = !isOver(project.state) && (project.viewer?.isOwner ?? false);
  return (
    <div className="wrap">
      <ProjectCrumbs project={project} current={t("title")} />
      <PageHead title={isWriting ? t("writeTitle") : t("of", { project: project.title })} />
      <Done of="project" done={done} />
      <p className="lead mt-4 mb-6" lang={isWriting ? undefined : project.locale}>
        {isWriting ? t("writeLead") : project.purpose}
      </p>
      {isPublished ? <CarriedBy project={project} /> : null}
      {isPublished ? <Published result={result} /> : <NotYet result={result} isOwner={isWriting} />}
    </div>
  );
});

/** What everybody reads; then, on no paper, what each may still say of it. */
async function Published({ result }: { result: ResultView }) {
  const { project, own } = result;
  const { slug } = project;
  return (
    <>
      <PublishedResult result={result} />
      <div className="stack stack--sections result-desk no-print mt-8">
        {own ? <SignatureForm action={signResultAction} slug={slug} own={own} /> : null}
        <ThanksDesk thanks={result.thanks} slug={slug} lang={project.locale} actions={THANKS} />
        <PicturesDesk result={result} actions={PICTURES} />
        <Again project={project} />
      </div>
      {isShared(project) ? (
        <script type="application/ld+json">
          {resultData(result, { url: await addressOf(slug), card: cardOf(project).url })}
        </script>
      ) : null}
    </>
  );
}

async function addressOf(slug: string): Promise<string> {
  const href = { pathname: "/projects/[slug]/result" as const, params: { slug } };
  return env.APP_URL + getPathname({ href, locale: await getLocale() });
}

const THANKS = { thank: thankAction, open: openThanksAction, takeBack: takeBackThanksAction };
const PICTURES = { add: addPictureAction, remove: removePictureAction };

async function NotYet({ result, isOwner }: { result: ResultView; isOwner: boolean }) {
  const t = await getTranslations("project.result");
  const { project } = result;
  const { slug, state, openCommitments } = project;
  if (isOwner && state === "ACTIVE" && openCommitments === 0)
    return (
      <div className="stack stack--sections result-desk">
        <PicturesDesk result={result} actions={PICTURES} />
        <Section id="write" title={t("write")}>
          <ResultForm action={concludeProjectAction} slug={slug} />
        </Section>
      </div>
    );
  const isRunning = state === "ACTIVE";
  const why =
    state === "ABANDONED"
      ? t("none")
      : isOwner
        ? isRunning
          ? t("blocked", { count: openCommitments })
          : t("notRunning")
        : t("notYet");
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
