import { useTranslations } from "next-intl";
import type { ContributionKind } from "@/lib/contribution/types";

/** Hours where they were told, else what was given. */
export function HowMuch({ line: { minutes, kind } }: { line: { minutes: number | null; kind: ContributionKind } }) {
  const t = useTranslations("contribution");
  return minutes ? t("hours", { hours: minutes / 60 }) : t(`kind.${kind}`);
}
