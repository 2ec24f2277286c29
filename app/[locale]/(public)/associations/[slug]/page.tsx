import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { withdrawApplicationAction } from "@/app/_actions/application";
import { acceptRoleAction, refuseRoleAction, takeUpCustodyAction } from "@/app/_actions/bundle";
import { declineInvitationAction } from "@/app/_actions/invitation";
import { AssociationFloor, AssociationHead } from "@/components/association/association-head";
import { Charter } from "@/components/association/charter";
import { Identity } from "@/components/association/identity";
import { SaidAndDone } from "@/components/association/promised";
import { Values } from "@/components/association/values";
import { TwoColumns } from "@/components/layout/columns";
import { Section } from "@/components/layout/section";
import { EnterPanel } from "@/components/membership/enter-panel";
import { HeadAct } from "@/components/membership/head-act";
import { MembersWall, Stewards } from "@/components/membership/members-wall";
import { AssociationProjects, AssociationSeeks } from "@/components/project/association-projects";
import { Done } from "@/components/ui/done";
import { Tabs } from "@/components/ui/tabs";
import { findAssociation } from "@/lib/association/queries";
import { getViewer } from "@/lib/auth/session";
import { Link } from "@/lib/i18n/navigation";
import { doneOf } from "@/lib/membership/notice/rules";
import { findPosition } from "@/lib/membership/position/queries";
import { glimpseMembers } from "@/lib/membership/roster/queries";
import { listProjectsOf } from "@/lib/project/listing/queries";
import { alternatesOf } from "../../../alternates";
import { metadataOf, page } from "../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]">;

const PROJECTS_SHOWN = 5;
const read = cache(async (slug: string) => (await findAssociation(await getViewer(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { slug } = await props.params;
  const { name, tagline } = await read(slug);
  const alternates = await alternatesOf({ pathname: "/associations/[slug]", params: { slug } });
  return { title: name, description: tagline, ...alternates };
});

const actions = {
  withdraw: withdrawApplicationAction,
  declineInvitation: declineInvitationAction,
  acceptRole: acceptRoleAction,
  refuseRole: refuseRoleAction,
  takeUp: takeUpCustodyAction,
};

/** An association: what it is, what it holds dear, its charter, what it said and did, who is in it; and the way in. */
export default page(async function AssociationPage(props: Props) {
  const { slug } = await props.params;
  const [association, viewer] = await Promise.all([read(slug), getViewer()]);
  const { id: associationId } = association;
  const [position, glimpse, projects] = await Promise.all([
    findPosition(viewer, { associationId }),
    glimpseMembers(viewer, associationId),
    listProjectsOf(slug, viewer),
  ]);
  const t = await getTranslations("association.page");
  const mayPropose = position.kind === "member" && position.state === "ACTIVE";
  return (
    <>
      <AssociationFloor association={association} />
      <div className="wrap">
        <AssociationHead
          association={association}
          actions={<HeadAct association={association} position={position} />}
        />
        <Done of="membership" done={doneOf((await props.searchParams).done)} />
        <Tabs
          label={t("inPage")}
          tabs={[
            { anchor: "#identity", label: t("identity") },
            { anchor: "#values", label: t("values") },
            { anchor: "#charter", label: t("charter") },
            { anchor: "#said-done", label: t("saidDone") },
            { anchor: "#members", label: t("members") },
            { anchor: "#projects", label: t("projects") },
          ]}
        />
        <TwoColumns
          railLabel={t("rail")}
          rail={
            <>
              <EnterPanel association={association} position={position} actions={actions} />
              <AssociationSeeks projects={projects} />
              <Stewards glimpse={glimpse} />
            </>
          }
        >
          <Identity association={association} />
          <Values association={association} />
          <Charter slug={slug} charter={association.charter} locale={association.locale} />
          <SaidAndDone promised={association.promised} />
          <MembersWall slug={slug} glimpse={glimpse} />
          <Section
            id="projects"
            title={t("projects")}
            note={
              mayPropose ? (
                <Link href={{ pathname: "/projects/new", query: { association: slug } }}>{t("propose")}</Link>
              ) : projects.length > PROJECTS_SHOWN ? (
                <Link href={{ pathname: "/associations/[slug]/projects", params: { slug } }}>{t("allProjects")}</Link>
              ) : null
            }
          >
            <AssociationProjects projects={projects.slice(0, PROJECTS_SHOWN)} />
          </Section>
        </TwoColumns>
      </div>
    </>
  );
});
