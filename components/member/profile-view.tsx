import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TwoColumns } from "@/components/layout/columns";
import type { VisibleProfile } from "@/lib/member/types";
import { ProfileCard } from "./profile-card";
import { TiesSection, TrustSection, ValueSection, WhoSection } from "./profile-sections";

type ProfileViewProps = {
  profile: VisibleProfile;
  /** Acts on the card. */
  actions?: ReactNode;
  /** What stands beside the four parts. */
  rail?: ReactNode;
};

/** A profile as one viewer reads it: who, what they bring, to whom, whom they trust. What is closed or empty is not there. */
export function ProfileView({ profile, actions, rail }: ProfileViewProps) {
  const t = useTranslations("member.profile");
  const { about, story, valueBrought, offers, asks, competences, audience, memberships, vision, values } = profile;
  const texts = [about, story, valueBrought, audience, vision];
  const lists = [offers, asks, competences, memberships, values];
  const isBare = [...texts, ...lists].every((part) => part.length === 0);
  const parts = (
    <>
      {isBare ? <p className="lead">{t("nothing")}</p> : null}
      <WhoSection profile={profile} />
      <ValueSection profile={profile} />
      <TiesSection profile={profile} />
      <TrustSection profile={profile} />
    </>
  );
  return (
    <>
      <ProfileCard profile={profile} actions={actions} />
      {rail ? (
        <TwoColumns rail={rail} railLabel={t("inBrief")}>
          {parts}
        </TwoColumns>
      ) : (
        <div className="stack stack--sections profile-parts">{parts}</div>
      )}
    </>
  );
}
