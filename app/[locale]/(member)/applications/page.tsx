import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { declineInvitationAction } from "@/app/_actions/membership";
import { PageHead } from "@/components/layout/page-head";
import { MyApplications, MyInvitations } from "@/components/membership/my-applications";
import { requireActor } from "@/lib/auth/session";
import { listMyApplications } from "@/lib/membership/application/queries";
import { listReceivedInvitations } from "@/lib/membership/invitation/queries";
import { page } from "../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("membership.mine");
  return { title: t("title"), description: t("description") };
}

/** My applications and the invitations that wait for my answer. */
export default page(async function ApplicationsPage() {
  const actor = await requireActor();
  const [applications, invitations] = await Promise.all([listMyApplications(actor), listReceivedInvitations(actor)]);
  const t = await getTranslations("membership.mine");
  return (
    <div className="wrap">
      <PageHead title={t("title")} />
      <div className="sections">
        <MyInvitations invitations={invitations} decline={declineInvitationAction} />
        <MyApplications applications={applications} />
      </div>
    </div>
  );
});
