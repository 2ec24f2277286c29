import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { page } from "@/app/[locale]/page-shape";
import { OwnRail } from "@/components/member/own-rail";
import { ProfileView } from "@/components/member/profile-view";
import { LinkButton } from "@/components/ui/button";
import { requireActor } from "@/lib/auth/session";
import { findOwnProfile, findWelcomeStep } from "@/lib/member/queries";
import { visibleProfile } from "@/lib/member/rules";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("member.own");
  return { title: t("title") };
}

export default page(async function OwnProfilePage() {
  const actor = await requireActor();
  const t = await getTranslations("member.own");
  const profile = await findOwnProfile(actor);
  const seen = visibleProfile(profile, "self");
  if (!seen) throw new Error("nobody is hidden from themselves");
  return (
    <div className="wrap mt-6">
      <ProfileView
        profile={seen}
        actions={
          <>
            <LinkButton look="primary" isWide href={{ pathname: "/profile/edit/[part]", params: { part: "who" } }}>
              {t("edit")}
            </LinkButton>
            <LinkButton isWide href="/profile/preview">
              {t("preview")}
            </LinkButton>
            <LinkButton look="quiet" isWide href={{ pathname: "/people/[handle]", params: { handle: actor.handle } }}>
              {t("page")}
            </LinkButton>
          </>
        }
        rail={<OwnRail profile={profile} welcomeStep={await findWelcomeStep(actor)} />}
      />
    </div>
  );
});
