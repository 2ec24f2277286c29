import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import {
  inviteMemberAction,
  makeLinkAction,
  revokeLinkAction,
  withdrawInvitationAction,
  withdrawLetterAction,
  writeLetterAction,
} from "@/app/_actions/invitation";
import { Section } from "@/components/layout/section";
import { InviteForm, SentInvitations } from "@/components/membership/invite-form";
import { LetterForm, SentLetters } from "@/components/membership/letter-desk";
import { LinkForm, Links } from "@/components/membership/link-desk";
import { StewardHead } from "@/components/membership/steward-tabs";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { getPathname } from "@/lib/i18n/navigation";
import { findInvitationDesk } from "@/lib/membership/invitation/queries";
import type { LinkLine } from "@/lib/membership/link/types";
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
  const { association, holds, sent, letters, links } = await read(props);
  const addressed = await addressesOf(links);
  const t = await getTranslations("membership.invite");
  return (
    <div className="wrap">
      <StewardHead association={association} current="invitations" holds={holds} note={t("note")} />
      <Done of="membership" done={doneOf((await props.searchParams).done)} />
      <div className="sections mt-6 max-w-[46rem]">
        <Section id="invite" title={t("form")}>
          <InviteForm slug={association.slug} action={inviteMemberAction} />
        </Section>
        <Section id="sent" title={t("sent")} note={t("sentNote")}>
          <SentInvitations invitations={sent} withdraw={withdrawInvitationAction} />
        </Section>
        <Section id="letter" title={t("byMail")}>
          <p className="hint mb-4">{t("byMailNote")}</p>
          <LetterForm slug={association.slug} action={writeLetterAction} />
        </Section>
        <Section id="letters" title={t("letters")} note={t("lettersNote")}>
          <SentLetters letters={letters} withdraw={withdrawLetterAction} />
        </Section>
        <Section id="link" title={t("byLink")}>
          <p className="hint mb-4">{t("byLinkNote")}</p>
          <LinkForm slug={association.slug} action={makeLinkAction} />
        </Section>
        <Section id="links" title={t("links")}>
          <Links links={addressed} revoke={revokeLinkAction} />
        </Section>
      </div>
    </div>
  );
});

/** Each link with the address it is handed over in, in the language of whoever looks. */
async function addressesOf(links: readonly LinkLine[]) {
  const locale = await getLocale();
  return links.map((link) => {
    const href = { pathname: "/invitations/[token]", params: { token: link.code } } as const;
    return { ...link, address: new URL(getPathname({ href, locale }), env.APP_URL).href };
  });
}
