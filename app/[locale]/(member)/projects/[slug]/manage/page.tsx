import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { askApprovalAction } from "@/app/_actions/approval";
import { acceptBeyondAction, declineBeyondAction } from "@/app/_actions/beyond";
import * as joint from "@/app/_actions/cohosting";
import { inviteToIdeaAction, withdrawIdeaInvitationAction } from "@/app/_actions/idea";
import * as actions from "@/app/_actions/project";
import { TwoColumns } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { DeskApproval } from "@/components/project/desk-approval";
import { DeskBeyond } from "@/components/project/desk-beyond";
import { DeskCourse } from "@/components/project/desk-course";
import { DeskJoint } from "@/components/project/desk-joint";
import { DeskLeave } from "@/components/project/desk-leave";
import { DeskOffers } from "@/components/project/desk-offers";
import { DeskPlan } from "@/components/project/desk-plan";
import { DeskSide } from "@/components/project/desk-side";
import { DeskUncovered } from "@/components/project/desk-uncovered";
import { IdeaDesk } from "@/components/project/idea-desk";
import { IdeaPeople, isStillDreamt } from "@/components/project/idea-people";
import { ProjectCrumbs } from "@/components/project/project-head";
import { ProjectStage } from "@/components/project/project-stage";
import { Done } from "@/components/ui/done";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { listSentInvitations } from "@/lib/project/asking/queries";
import { findCoHostDesk } from "@/lib/project/cohosting/queries";
import { findDesk } from "@/lib/project/desk/queries";
import { isOpenToOffers } from "@/lib/project/rules";
import { competenceOptions } from "@/lib/taxonomy/rules";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/manage">;

const read = cache(async (slug: string) => (await findDesk(await requireActor(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { project } = await read((await params).slug);
  const t = await getTranslations("project.manage");
  return { title: `${t("title")} · ${project.title}`, robots: { index: false } };
});

/** The owner's desk: offers first, then the next step, the plan, and the ways of leaving. */
export default page(async function ManagePage({ params, searchParams }: Props) {
  const desk = await read((await params).slug);
  const { done } = await searchParams;
  const t = await getTranslations("project.manage");
  const competences = competenceOptions(await getLocale()).map(({ label }) => label);
  const { project, needs, mayManage } = desk;
  const actor = await requireActor();
  const idea = { invite: inviteToIdeaAction, takeBack: withdrawIdeaInvitationAction };
  const coHosts = await findCoHostDesk(actor, { slug: project.slug });
  const together = {
    ask: joint.askCoHostAction,
    withdraw: joint.withdrawCoHostAction,
    letGo: joint.letCoHostGoAction,
    offerLead: joint.offerLeadAction,
    withdrawLead: joint.withdrawLeadAction,
  };
  const plan = {
    addNeed: actions.addNeedAction,
    addDeliverable: actions.addDeliverableAction,
    deliver: actions.markDeliveredAction,
  };
  const leave = {
    move: actions.moveProjectAction,
    offerHandover: actions.offerHandoverAction,
    withdrawHandover: actions.withdrawHandoverAction,
  };
  return (
    <div className="wrap">
      <ProjectCrumbs project={project} current={t("title")} />
      <PageHead title={project.title} />
      <Done of="project" done={done} />
      <ProjectStage project={project} />
      {mayManage ? null : (
        <Notice tone="wait" className="mt-4">
          {t("pausedThere")}
        </Notice>
      )}
      <TwoColumns
        railLabel={t("side")}
        rail={<DeskSide project={project} hasWork={project.viewer?.isInside === true && !isStillDreamt(project)} />}
      >
        {isStillDreamt(project) ? (
          <>
            <IdeaPeople project={project} />
            {mayManage && project.state === "IDEA" ? (
              <IdeaDesk project={project} sent={await listSentInvitations(actor, project.slug)} actions={idea} />
            ) : null}
          </>
        ) : (
          <>
            <DeskOffers
              needs={needs}
              lang={project.locale}
              accept={actions.acceptOfferAction}
              decline={actions.declineOfferAction}
              mayAnswer={mayManage && isOpenToOffers(project.state)}
            />
            <DeskBeyond desk={desk} accept={acceptBeyondAction} decline={declineBeyondAction} />
            <DeskUncovered desk={desk} />
            <DeskApproval desk={desk} again={askApprovalAction} />
            <DeskCourse desk={desk} move={actions.moveProjectAction} />
            {mayManage ? (
              <DeskPlan project={project} actions={plan} today={dayOf(new Date())} competences={competences} />
            ) : null}
            <DeskJoint project={project} desk={coHosts} actions={together} mayManage={mayManage} />
          </>
        )}
        <DeskLeave desk={desk} actions={leave} />
      </TwoColumns>
    </div>
  );
});
