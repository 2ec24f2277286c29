import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { proposeIdeaAction } from "@/app/_actions/idea";
import { FormLayout } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { ProjectCrumbs } from "@/components/project/project-head";
import { ProposeForm } from "@/components/project/propose-form";
import { ProposeSide } from "@/components/project/propose-side";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { findDesk } from "@/lib/project/desk/queries";
import { findProposing } from "@/lib/project/proposal/queries";
import { placeOptions, placeWithProvince } from "@/lib/taxonomy/place/rules";
import { competenceOptions } from "@/lib/taxonomy/rules";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/propose">;

/** Only an idea is made a proposal of, and only by whoever may write where it lives. */
const read = cache(async (slug: string) => {
  const desk = await findDesk(await requireActor(), slug);
  return desk?.mayManage && desk.project.state === "IDEA" ? desk.project : notFound();
});

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { title } = await read((await params).slug);
  const t = await getTranslations("project.idea");
  return { title: `${t("becomeTitle")} · ${title}`, robots: { index: false } };
});

/** The papers with which an idea becomes a proposal, what is written already filled in. */
export default page(async function BecomePage({ params }: Props) {
  const project = await read((await params).slug);
  const { dream, place, association, values } = project;
  const [t, locale] = [await getTranslations("project.idea"), await getLocale()];
  const missing = dream ? dream.peopleNeeded - dream.people : 0;
  const proposing = await findProposing(await requireActor());
  const here = proposing.values.filter(
    ({ associations, isOwn }) => isOwn || (association !== null && associations.includes(association.name)),
  );
  return (
    <div className="wrap">
      <ProjectCrumbs project={project} current={t("becomeTitle")} />
      <FormLayout sideAt="end" sideLabel={t("side")} side={<ProposeSide values={association?.values ?? values} />}>
        <PageHead title={t("becomeTitle")} />
        <p className="lead mb-6">{t("becomeLead")}</p>
        {missing > 0 ? (
          <Notice>{t("becomeWait", { count: missing })}</Notice>
        ) : (
          <ProposeForm
            action={proposeIdeaAction}
            proposing={{ ...proposing, values: here }}
            draft={{ ...project, place: place ? placeWithProvince(place, locale) : undefined, isIdea: true }}
            today={dayOf(new Date())}
            competences={competenceOptions(locale).map(({ label }) => label)}
            places={placeOptions(locale).map(({ label }) => label)}
          />
        )}
      </FormLayout>
    </div>
  );
});
