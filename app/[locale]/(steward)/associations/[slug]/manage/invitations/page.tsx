import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { inviteMemberAction, withdrawInvitationAction } from "@/app/_actions/membership";
import { Section } from "@/components/layout/section";
import { DoneNotice } from "@/components/membership/done-notice";
import { InviteForm, SentInvitations } from "@/components/membership/invite-form";
import { StewardHead } from "@/components/membership/steward-tabs";
import { requireActor } from "@/lib/auth/session";
import { findInvitationDesk } from "@/lib/membership/invitation/queries";
import { doneOf } from "@/lib/membership/notice/rules";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/manage/invitations">;

const read = async (props: Props) =>
  (await findInvitationDesk(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.invite");
  return { title: `${t("title")}, ${association.name}`, robots: { index: false } };
});

/** Asking people in, one at a time, and what became of it. */
export default page(async function InvitationsPage(props: Props) {
  const { association, holds, sent } = await read(props);
  const t = await getTranslations("membership.invite");
  return (
    <div className="wrap">
      <StewardHead association={association} current="invitations" holds={holds} note={t("note")} />
      <DoneNotice done={doneOf((await props.searchParams).done)} />
      <div className="sections mt-6 max-w-[46rem]">
        <Section id="invite" title={t("form")}>
          <InviteForm slug={association.slug} action={inviteMemberAction} />
        </Section>
        <Section id="sent" title={t("sent")} note={t("sentNote")}>
          <SentInvitations invitations={sent} withdraw={withdrawInvitationAction} />
        </Section>
      </div>
    </div>
  );
});
