import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as actions from "@/app/_actions/member";
import { metadataOf, page } from "@/app/[locale]/page-shape";
import { PageHead } from "@/components/layout/page-head";
import { ExchangeForms } from "@/components/member/exchange-forms";
import { TiesForm, TrustForm, ValueForm, WhoForm } from "@/components/member/part-forms";
import { PartTabs } from "@/components/member/part-tabs";
import { PhotoForms } from "@/components/member/photo-forms";
import { Crumbs } from "@/components/ui/crumbs";
import { requireActor } from "@/lib/auth/session";
import { Link } from "@/lib/i18n/navigation";
import { partNamed } from "@/lib/member/part-name/rules";
import { findOwnProfile } from "@/lib/member/queries";
import type { Profile, ProfilePart } from "@/lib/member/types";

type Props = PageProps<"/[locale]/profile/edit/[part]">;

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const part = partNamed((await params).part);
  if (!part) notFound();
  const t = await getTranslations("member");
  return { title: t(`part.${part}`) };
});

export default page(async function EditPartPage({ params }: Props) {
  const actor = await requireActor();
  const part = partNamed((await params).part);
  if (!part) notFound();
  const t = await getTranslations("member.edit");
  return (
    <div className="wrap">
      <Crumbs path={[{ label: t("back"), href: "/profile" }]} current={t("title")} />
      <PageHead title={t("title")} note={<Link href="/settings/privacy">{t("whoSees")}</Link>} />
      <PartTabs current={part} />
      <div className="profile-edit">{formsOf(part, await findOwnProfile(actor))}</div>
    </div>
  );
});

const newKey = () => crypto.randomUUID();

function formsOf(part: ProfilePart, profile: Profile) {
  switch (part) {
    case "who":
      return (
        <>
          <PhotoForms
            profile={profile}
            actions={{ set: actions.setPhotoAction, remove: actions.removePhotoAction }}
            newKey={newKey}
          />
          <WhoForm profile={profile} action={actions.editWhoAction} formKey={newKey()} />
        </>
      );
    case "value":
      return (
        <>
          <ValueForm profile={profile} action={actions.editValueAction} formKey={newKey()} />
          <ExchangeForms side="OFFER" exchanges={profile.offers} actions={exchangeActions} newKey={newKey} />
          <ExchangeForms side="ASK" exchanges={profile.asks} actions={exchangeActions} newKey={newKey} />
        </>
      );
    case "ties":
      return <TiesForm profile={profile} action={actions.editTiesAction} formKey={newKey()} />;
    case "trust":
      return <TrustForm profile={profile} action={actions.editTrustAction} formKey={newKey()} />;
  }
}

const exchangeActions = {
  add: actions.addExchangeAction,
  edit: actions.editExchangeAction,
  withdraw: actions.withdrawExchangeAction,
};
