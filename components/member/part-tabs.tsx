import { useLocale, useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import { partSlug } from "@/lib/member/part-name/rules";
import { PROFILE_PARTS, type ProfilePart } from "@/lib/member/types";

/** From one part of the profile to another. */
export function PartTabs({ current }: { current: ProfilePart }) {
  const t = useTranslations("member");
  const locale = useLocale();
  return (
    <Tabs
      label={t("edit.parts")}
      tabs={PROFILE_PARTS.map((part) => ({
        href: { pathname: "/profile/edit/[part]", params: { part: partSlug(part, locale) } },
        label: t(`part.${part}`),
        isCurrent: part === current,
      }))}
    />
  );
}
