import { useLocale, useTranslations } from "next-intl";
import type { OfferView } from "@/lib/project/offer/types";
import { competenceLabel } from "@/lib/taxonomy/rules";

type BroughtProps = {
  offer: Pick<OfferView, "competence" | "contact" | "minutes">;
  /** Of the project, in which people write of it. */
  lang: string;
};

/** What somebody brings, by its name, and about how many hours. */
export function Brought({ offer: { competence, contact, minutes }, lang }: BroughtProps) {
  const t = useTranslations("project.manage");
  const locale = useLocale();
  return (
    <>
      {competence
        ? t("competence", { competence: competenceLabel(competence, locale) })
        : t.rich("contact", { contact: () => <span lang={lang}>{contact}</span> })}
      {minutes ? `, ${t("hours", { count: Math.round(minutes / 60) })}` : null}
    </>
  );
}
