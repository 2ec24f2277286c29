import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { askToCoverAction, withdrawNeedAskAction } from "@/app/_actions/covering";
import { PageHead } from "@/components/layout/page-head";
import { CoverCandidates } from "@/components/project/cover-candidates";
import { SentAsks } from "@/components/project/sent-asks";
import { Crumbs } from "@/components/ui/crumbs";
import { Done } from "@/components/ui/done";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/session";
import { findCovering } from "@/lib/project/covering/queries";
import { metadataOf, page } from "../../../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/needs/[id]/cover">;

const read = cache(
  async (slug: string, needId: string) => (await findCovering(await requireActor(), { slug, needId })) ?? notFound(),
);

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { slug, id } = await params;
  const { title } = await read(slug, id);
  const t = await getTranslations("project.cover");
  return { title: `${t("title")}: ${title}`, robots: { index: false } };
});

/** Who could cover a need, for whoever leads the project: people with why, one question at a time, and what they said. */
export default page(async function CoverPage({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const view = await read(slug, id);
  const { done } = await searchParams;
  const t = await getTranslations("project");
  return (
    <div className="wrap narrow">
      <Crumbs
        path={[
          { label: t("projects"), href: "/projects" },
          { label: view.project.title, href: { pathname: "/projects/[slug]", params: { slug } } },
          { label: t("manage.title"), href: { pathname: "/projects/[slug]/manage", params: { slug } } },
        ]}
        current={t("cover.title")}
      />
      <PageHead title={t("cover.title")} />
      <Done of="project" done={done} />
      <p className="lead mb-6">{t("cover.lead", { title: view.title })}</p>
      <div className="sections">
        <SentAsks sent={view.sent} takeBack={withdrawNeedAskAction} hiddenOf={(askId) => ({ askId })} />
        {view.mayAsk ? (
          <CoverCandidates view={view} ask={askToCoverAction} />
        ) : (
          <Notice>{t(view.accepted >= view.seats ? "cover.full" : "cover.closed")}</Notice>
        )}
      </div>
    </div>
  );
});
