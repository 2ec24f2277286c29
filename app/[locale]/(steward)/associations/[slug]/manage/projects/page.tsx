import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answerApprovalAction } from "@/app/_actions/approval";
import * as actions from "@/app/_actions/cohosting";
import { Section } from "@/components/layout/section";
import { StewardHead } from "@/components/membership/steward-tabs";
import { Approvals } from "@/components/project/approvals";
import { AskedProjects, CarriedProjects, Farewells } from "@/components/project/joint-projects";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { findCarriedDesk } from "@/lib/project/carried/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/manage/projects">;

const read = async (props: Props) =>
  (await findCarriedDesk(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.desk");
  return { title: `${t("projects")}, ${association.name}`, robots: { index: false } };
});

/** Proposals that wait for the association's word, what it carries with others and is asked to, for whoever answers for what it says of itself. */
export default page(async function JointProjectsPage(props: Props) {
  const { association, holds, approvals, asked, carried, farewells } = await read(props);
  const { done } = await props.searchParams;
  const t = await getTranslations("project.joint");
  const approval = await getTranslations("project.approval");
  const leaving = {
    leave: actions.leaveCoHostingAction,
    leaveLead: actions.leaveLeadAction,
    withdrawLead: actions.withdrawLeadAction,
  };
  return (
    <div className="wrap">
      <StewardHead association={association} current="projects" holds={holds} note={t("deskHeadNote")} />
      <Done of="project" done={done} />
      <div className="sections mt-6">
        {approvals.length > 0 ? (
          <Section id="approvals" title={approval("deskTitle")} note={approval("deskNote")}>
            <Approvals lines={approvals} answer={answerApprovalAction} />
          </Section>
        ) : null}
        <Section id="asked" title={t("askedTitle")}>
          <AskedProjects lines={asked} answer={actions.answerCoHostAction} />
        </Section>
        <Section id="carried" title={t("carriedTitle")}>
          <CarriedProjects lines={carried} actions={leaving} />
        </Section>
        {farewells.length > 0 ? (
          <Section id="farewells" title={t("farewellsTitle")}>
            <Farewells lines={farewells} />
          </Section>
        ) : null}
      </div>
    </div>
  );
});
