import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openIdeaAction } from "@/app/_actions/idea";
import { FormLayout } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { IdeaForm, IdeaSide } from "@/components/project/idea-form";
import { ProposeBlocked } from "@/components/project/propose-blocked";
import { Crumbs } from "@/components/ui/crumbs";
import { requireActor } from "@/lib/auth/session";
import { findProposing } from "@/lib/project/proposal/queries";
import { page } from "../../../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("project.idea");
  return { title: t("newTitle") };
}

/** Opening an idea, for those who may propose (rule PJ1); for others, the way there. */
export default page(async function NewIdeaPage({ searchParams }: PageProps<"/[locale]/projects/new/idea">) {
  const proposing = await findProposing(await requireActor());
  const [t, all] = [await getTranslations("project.idea"), await getTranslations("project")];
  const { association } = await searchParams;
  const chosen = proposing.associations.find(({ slug }) => slug === association);
  return (
    <div className="wrap">
      <Crumbs path={[{ label: all("projects"), href: "/projects" }]} current={t("newTitle")} />
      {proposing.associations.length === 0 && proposing.missing.length > 0 ? (
        <ProposeBlocked title={t("newTitle")} />
      ) : (
        <FormLayout sideAt="end" sideLabel={t("side")} side={<IdeaSide />}>
          <PageHead title={t("newTitle")} />
          <p className="lead mb-6">{t("newLead")}</p>
          <IdeaForm action={openIdeaAction} proposing={proposing} association={chosen?.slug} />
        </FormLayout>
      )}
    </div>
  );
});
