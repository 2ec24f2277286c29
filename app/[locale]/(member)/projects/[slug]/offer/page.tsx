import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { offerBeyondAction, withdrawBeyondAction } from "@/app/_actions/beyond";
import { PageHead } from "@/components/layout/page-head";
import { Beyond } from "@/components/project/beyond-form";
import { Crumbs } from "@/components/ui/crumbs";
import { requireActor } from "@/lib/auth/session";
import { findOffering } from "@/lib/project/beyond/queries";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/offer">;

const read = cache(async (slug: string) => (await findOffering(await requireActor(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { project } = await read((await params).slug);
  const t = await getTranslations("project.beyond");
  return { title: `${t("title")}: ${project.title}`, robots: { index: false } };
});

/** What one could bring to a project beyond its needs, or where one's offer stands. */
export default page(async function OfferPage({ params }: Props) {
  const { slug } = await params;
  const view = await read(slug);
  const t = await getTranslations("project");
  return (
    <div className="wrap narrow">
      <Crumbs
        path={[
          { label: t("projects"), href: "/projects" },
          { label: view.project.title, href: { pathname: "/projects/[slug]", params: { slug } } },
        ]}
        current={t("beyond.title")}
      />
      <PageHead title={t("beyond.title")} />
      <p className="lead mb-6">{t("beyond.lead")}</p>
      <Beyond view={view} offer={offerBeyondAction} withdraw={withdrawBeyondAction} />
    </div>
  );
});
