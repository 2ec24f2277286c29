import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { joinIdeaAction } from "@/app/_actions/idea";
import { FormLayout } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { JoinForm } from "@/components/project/join-form";
import { JoinSide } from "@/components/project/join-side";
import { Actions, LinkButton } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/session";
import { findJoining } from "@/lib/project/idea/queries";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/join">;

const read = cache(async (slug: string) => (await findJoining(await requireActor(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { title } = await read((await params).slug);
  const t = await getTranslations("project.idea");
  return { title: t("joinTitle", { title }), robots: { index: false } };
});

/** «Ci sto»: what one brings to an idea, or why one cannot now. */
export default page(async function JoinPage({ params }: Props) {
  const idea = await read((await params).slug);
  const { slug, title, isIn, mayJoin } = idea;
  const t = await getTranslations("project.idea");
  const all = await getTranslations("project");
  const here = { pathname: "/projects/[slug]" as const, params: { slug } };
  return (
    <div className="wrap">
      <Crumbs
        path={[
          { label: all("projects"), href: "/projects" },
          { label: title, href: here },
        ]}
        current={t("joinSubmit")}
      />
      <FormLayout sideAt="end" sideLabel={t("what")} side={<JoinSide idea={idea} />}>
        <PageHead title={t("joinTitle", { title })} />
        {mayJoin ? (
          <>
            <p className="lead mb-6">{t("joinLead")}</p>
            <JoinForm idea={idea} action={joinIdeaAction} />
          </>
        ) : (
          <div className="stack">
            <Notice>{t(isIn ? "in" : "barred")}</Notice>
            <Actions>
              <LinkButton look="quiet" href={here}>
                {all("offer.back")}
              </LinkButton>
            </Actions>
          </div>
        )}
      </FormLayout>
    </div>
  );
});
