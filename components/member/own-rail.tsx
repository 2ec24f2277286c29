import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { Square } from "@/components/ui/tiles";
import { Link } from "@/lib/i18n/navigation";
import { reachOf } from "@/lib/member/audience/rules";
import { partSlug } from "@/lib/member/part-name/rules";
import { missingProfileParts } from "@/lib/member/rules";
import { type MissingPart, PROFILE_PARTS, type Profile, type ProfilePart } from "@/lib/member/types";

const PART_OF: Readonly<Record<MissingPart | Wish, ProfilePart>> = {
  name: "who",
  headline: "who",
  about: "who",
  valueBrought: "value",
  competences: "value",
  audience: "ties",
  photo: "who",
  place: "who",
  offers: "value",
  values: "trust",
};

type Wish = "photo" | "place" | "offers" | "values";

/** Beside one's own profile: what is missing, the parts to edit, who finds it. */
export function OwnRail({ profile, welcomeStep }: { profile: Profile; welcomeStep: number | null }) {
  const t = useTranslations("member.own");
  return (
    <>
      <Panel title={t("checklist")} isBand>
        <Checklist profile={profile} />
        {welcomeStep === null ? null : (
          <LinkButton href={{ pathname: "/welcome/[step]", params: { step: String(welcomeStep) } }}>
            {t("welcome")}
          </LinkButton>
        )}
      </Panel>
      <Panel title={t("edit")}>
        <ul className="plain-list">
          {PROFILE_PARTS.map((part) => (
            <li key={part}>
              <PartLink part={part} />
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t("privacy")}>
        <p className="meta">{t(`reach.${reachOf(profile)}`)}</p>
        <ul className="plain-list">
          <li>
            <Link href="/settings/privacy">{t("privacy")}</Link>
          </li>
          <li>
            <Link href="/profile/preview">{t("preview")}</Link>
          </li>
        </ul>
      </Panel>
    </>
  );
}

function PartLink({ part }: { part: ProfilePart }) {
  const t = useTranslations("member.part");
  return (
    <Link href={{ pathname: "/profile/edit/[part]", params: { part: partSlug(part, useLocale()) } }}>{t(part)}</Link>
  );
}

function Checklist({ profile }: { profile: Profile }) {
  const t = useTranslations("member.own");
  const missing = missingProfileParts({ ...profile, competences: profile.competences.length });
  const wishes = wishesOf(profile);
  return (
    <div className="stack stack--tight">
      <p>{missing.length === 0 ? t("done") : t("needed")}</p>
      <Gaps gaps={missing.map((part) => ({ part: PART_OF[part], text: t(`missing.${part}`) }))} />
      {wishes.length > 0 ? <p>{t("useful")}</p> : null}
      <Gaps gaps={wishes.map((wish) => ({ part: PART_OF[wish], text: t(`wish.${wish}`) }))} />
    </div>
  );
}

function wishesOf({ photoId, placeSlug, offers, values }: Profile): Wish[] {
  const lacking: Readonly<Record<Wish, boolean>> = {
    photo: photoId === null,
    place: placeSlug === null,
    offers: offers.length === 0,
    values: values.length === 0,
  };
  return (Object.keys(lacking) as Wish[]).filter((wish) => lacking[wish]);
}

function Gaps({ gaps }: { gaps: readonly { part: ProfilePart; text: string }[] }) {
  const locale = useLocale();
  if (gaps.length === 0) return null;
  return (
    <ul className="gaps">
      {gaps.map(({ part, text }) => (
        <li key={text}>
          <Square glyph="empty" />
          <Link href={{ pathname: "/profile/edit/[part]", params: { part: partSlug(part, locale) } }}>{text}</Link>
        </li>
      ))}
    </ul>
  );
}
