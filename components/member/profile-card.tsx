import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDates } from "@/components/ui/dates";
import { PersonTile } from "@/components/ui/emblem";
import { Icon } from "@/components/ui/icon";
import { MembershipCard } from "@/components/ui/membership-card";
import type { VisibleProfile } from "@/lib/member/types";
import { placeLabel } from "@/lib/taxonomy/place/rules";
import { valueLabel } from "@/lib/taxonomy/value/rules";
import { useLanguageNames } from "./language-names";

/** The head of a profile: the person's membership card. */
export function ProfileCard({ profile, actions }: { profile: VisibleProfile; actions?: ReactNode }) {
  const t = useTranslations("member.profile");
  const format = useDates();
  const language = useLocale();
  const languages = useLanguageNames(profile.languages);
  const { handle, name, headline, values, photoId, placeSlug, contentLocale, joinedAt } = profile;
  const month = format.dateTime(new Date(joinedAt), { month: "long", year: "numeric" });
  return (
    <MembershipCard
      tile={
        <PersonTile slug={handle} name={name} values={values} photo={photoId && `/api/files/${photoId}`} side={160} />
      }
      name={name}
      lead={headline && <span lang={contentLocale === language ? undefined : contentLocale}>{headline}</span>}
      facts={[
        placeSlug && (
          <>
            <Icon name="place" isSmall />
            {placeLabel(placeSlug, language)}
          </>
        ),
        languages,
        t("since", { month }),
      ]}
      actions={actions}
      values={values.map((slug) => ({ slug, label: valueLabel(slug, language) }))}
    />
  );
}
