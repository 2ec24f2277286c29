import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { takeLeadAction } from "@/app/_actions/cohosting";
import { answerSeatAction, declineIdeaInvitationAction, withdrawFromIdeaAction } from "@/app/_actions/idea";
import { adoptProjectAction, answerHandoverAction, withdrawOfferAction } from "@/app/_actions/project";
import { TwoColumns } from "@/components/layout/columns";
import { Section } from "@/components/layout/section";
import { ReportLink, Withheld } from "@/components/moderation/report-link";
import { IdeaLineage, IdeaPeople, isStillDreamt } from "@/components/project/idea-people";
import { Again, Lineage } from "@/components/project/lineage";
import { ConfirmedTable } from "@/components/project/project-deeds";
import { ProjectHead } from "@/components/project/project-head";
import { ProjectOutcome } from "@/components/project/project-outcome";
import { ProjectRail } from "@/components/project/project-rail";
import { ProjectFeasibility, ProjectSeats } from "@/components/project/project-seats";
import { ProjectStage } from "@/components/project/project-stage";
import { ProjectStory } from "@/components/project/project-story";
import { Done } from "@/components/ui/done";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { getViewer } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { Link } from "@/lib/i18n/navigation";
import { findReportable, findWithholding } from "@/lib/moderation/report/queries";
import { findLeadToTake } from "@/lib/project/carried/queries";
import { mayAdoptProject } from "@/lib/project/handover/queries";
import { findProject } from "@/lib/project/page/queries";
import type { ProjectView } from "@/lib/project/page/types";
import { alternatesOf } from "../../../alternates";
import { metadataOf, page } from "../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]">;

const read = cache(async (slug: string) => (await findProject(await getViewer(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { slug } = await props.params;
  const { title, purpose, isMembersOnly, isWithheld, association, coHosts } = await read(slug);
  if (isMembersOnly || isWithheld) return { title, description: purpose, robots: { index: false } };
  const authors = [association, ...coHosts].flatMap((carrier) => (carrier ? { name: carrier.name } : []));
  const alternates = await alternatesOf({ pathname: "/projects/[slug]", params: { slug } });
  return { title, description: purpose, authors, ...alternates };
});

/** A project: what for, what it lacks, who sits where, what came of it so far. */
export default page(async function ProjectPage(props: Props) {
  const project = await read((await props.params).slug);
  const { done } = await props.searchParams;
  const t = await getTranslations("project.page");
  const { slug, description, whyTogether, locale } = project;
  const viewer = await getViewer();
  const reportable = await findReportable(viewer, slug);
  const withheld = project.isWithheld ? await findWithholding(viewer, slug) : null;
  const isLeftBehind = project.viewer?.membership === "ACTIVE" && (await mayAdoptProject(viewer, slug));
  const adopt = isLeftBehind ? adoptProjectAction : null;
  const idea = { withdraw: withdrawFromIdeaAction, decline: declineIdeaInvitationAction, answerSeat: answerSeatAction };
  const actions = {
    ...{ withdraw: withdrawOfferAction, answerHandover: answerHandoverAction },
    ...{ adopt, idea, takeLead: takeLeadAction },
  };
  const isIdea = isStillDreamt(project);
  const today = dayOf(new Date());
  const lead = await findLeadToTake(viewer, slug);
  return (
    <div className="wrap">
      <ProjectHead project={project} />
      {withheld ? (
        <Notice tone="wait" className="mb-6">
          <Withheld {...withheld} what="withheldProject" />
        </Notice>
      ) : null}
      <Done of="project" done={done} />
      <ProjectStage project={project} />
      <TwoColumns railLabel={t("rail")} rail={<ProjectRail {...{ project, actions, lead, today }} />}>
        {isIdea ? <IdeaPeople project={project} /> : <Covered project={project} today={today} />}
        {whyTogether ? (
          <Section id="together" title={t("whyTogether")}>
            <Prose text={whyTogether} lang={locale} />
          </Section>
        ) : null}
        {description ? (
          <Section id="about" title={t("about")}>
            <Prose text={description} lang={locale} />
          </Section>
        ) : null}
        {isIdea ? null : <Deeds project={project} />}
        <IdeaLineage project={project} />
        <ProjectStory project={project} />
        {isIdea ? null : <ProjectOutcome project={project} today={today} />}
        <Lineage project={project} />
        <Again project={project} />
        {reportable ? <ReportLink association={reportable} project={slug} /> : null}
      </TwoColumns>
    </div>
  );
});

function Covered({ project, today }: { project: ProjectView; today: string }) {
  return (
    <>
      <ProjectFeasibility project={project} />
      <ProjectSeats project={project} today={today} />
    </>
  );
}

async function Deeds({ project: { slug, contributions, locale } }: { project: ProjectView }) {
  const t = await getTranslations("project.page");
  return (
    <Section
      id="deeds"
      title={t("deeds")}
      note={<Link href={{ pathname: "/projects/[slug]/contributions", params: { slug } }}>{t("deedsAll")}</Link>}
    >
      <ConfirmedTable lines={contributions} locale={locale} />
    </Section>
  );
}
