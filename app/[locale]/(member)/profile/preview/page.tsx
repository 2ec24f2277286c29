import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { page } from "@/app/[locale]/page-shape";
import { PageHead } from "@/components/layout/page-head";
import { ProfileActions } from "@/components/member/profile-actions";
import { ProfileView } from "@/components/member/profile-view";
import { Crumbs } from "@/components/ui/crumbs";
import { Notice } from "@/components/ui/notice";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/session";
import { Link } from "@/lib/i18n/navigation";
import { findOwnProfile } from "@/lib/member/queries";
import { profileAs, visibleProfile } from "@/lib/member/rules";
import type { Relation } from "@/lib/member/types";

type Props = PageProps<"/[locale]/profile/preview">;

const VIEWERS = ["visitor", "member", "sharedAssociation"] as const satisfies readonly Relation[];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("member.preview");
  return { title: t("title") };
}

export default page(async function PreviewPage({ searchParams }: Props) {
  const actor = await requireActor();
  const t = await getTranslations("member");
  const asked = (await searchParams).as;
  const relation = VIEWERS.find((viewer) => viewer === asked) ?? "member";
  const seen = visibleProfile(profileAs(await findOwnProfile(actor), relation), relation);
  return (
    <div className="wrap">
      <Crumbs path={[{ label: t("own.title"), href: "/profile" }]} current={t("preview.title")} />
      {seen ? null : <PageHead title={t("preview.title")} />}
      <p>
        {t("preview.lead")} <Link href="/settings/privacy">{t("preview.change")}</Link>
      </p>
      <Tabs
        label={t("preview.as")}
        tabs={VIEWERS.map((viewer) => ({
          href: { pathname: "/profile/preview", query: { as: viewer } },
          label: t(`preview.${viewer}`),
          isCurrent: viewer === relation,
        }))}
      />
      <div className="mt-6">
        {seen ? (
          <ProfileView profile={seen} actions={<ProfileActions profile={seen} relation={relation} />} />
        ) : (
          <Notice>{t("preview.hidden")}</Notice>
        )}
      </div>
    </div>
  );
});
