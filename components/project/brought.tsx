import { useLocale, useTranslations } from "next-intl";
import type { OfferView } from "@/lib/project/offer/types";
import { competenceLabel } from "@/lib/taxonomy/rules";

type BroughtProps = { offer: Pick<OfferView, "competence" | "contact" | "minutes"> };

/** What somebody brings, by its name, and about how many hours. */
export function Brought({ offer: { competence, contact, minutes } }: BroughtProps) {
  const t = useTranslations("project.manage");
  const locale = useLocale();
  const what = competence
    ? t("competence", { competence: competenceLabel(competence, locale) })
    : t("contact", { contact });
  return minutes ? `${what}, ${t("hours", { count: Math.round(minutes / 60) })}` : what;
}
