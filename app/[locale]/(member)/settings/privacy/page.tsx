import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { editPrivacyAction } from "@/app/_actions/member";
import { page } from "@/app/[locale]/page-shape";
import { PageHead } from "@/components/layout/page-head";
import { PrivacyForm } from "@/components/member/privacy-form";
import { requireActor } from "@/lib/auth/session";
import { Link } from "@/lib/i18n/navigation";
import { findOwnProfile } from "@/lib/member/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("member.privacy");
  return { title: t("title") };
}

export default page(async function PrivacyPage() {
  const actor = await requireActor();
  const t = await getTranslations("member");
  return (
    <div className="wrap narrow">
      <PageHead title={t("privacy.title")} note={<Link href="/profile/preview">{t("own.preview")}</Link>} />
      <p className="mb-6">{t("privacy.lead")}</p>
      <PrivacyForm profile={await findOwnProfile(actor)} action={editPrivacyAction} formKey={crypto.randomUUID()} />
    </div>
  );
});
