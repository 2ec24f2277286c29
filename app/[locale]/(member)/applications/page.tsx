import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { giveVouchAction, refuseVouchAction } from "@/app/_actions/application";
import { declineInvitationAction } from "@/app/_actions/invitation";
import { PageHead } from "@/components/layout/page-head";
import { MyApplications, MyInvitations } from "@/components/membership/my-applications";
import { AskedVouches } from "@/components/membership/vouches";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { listMyApplications } from "@/lib/membership/application/queries";
import { listReceivedInvitations } from "@/lib/membership/invitation/queries";
import { doneOf } from "@/lib/membership/notice/rules";
import { listAskedVouches } from "@/lib/membership/vouch/queries";
import { page } from "../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("membership.mine");
  return { title: t("title"), description: t("description") };
}

/** My applications and the invitations that wait for my answer. */
export default page(async function ApplicationsPage({ searchParams }: PageProps<"/[locale]/applications">) {
  const actor = await requireActor();
  const [applications, invitations, asked] = await Promise.all([
    listMyApplications(actor),
    listReceivedInvitations(actor),
    listAskedVouches(actor),
  ]);
  const done = doneOf((await searchParams).done);
  const t = await getTranslations("membership.mine");
  return (
    <div className="wrap">
      <PageHead title={t("title")} />
      <Done of="membership" done={done === "vouchGiven" || done === "vouchRefused" ? done : null} />
      <div className="sections">
        <AskedVouches vouches={asked} give={giveVouchAction} refuse={refuseVouchAction} />
        <MyInvitations invitations={invitations} decline={declineInvitationAction} />
        <MyApplications applications={applications} />
      </div>
    </div>
  );
});
