import { useLocale, useTranslations } from "next-intl";
import { insideQuotes, listOf } from "@/lib/core/text";
import type { PeoplePage, WayOut, Wider } from "@/lib/directory/types";
import { placeRefLabel } from "@/lib/taxonomy/place/rules";
import { competenceLabel } from "@/lib/taxonomy/rules";
import type { Language } from "@/lib/taxonomy/types";
import { useCriterionLabel } from "./criterion-label";

/** What a criterion is widened to, as people call it. */
export function widerLabel({ type, ref }: Wider, language: Language): string {
  if (type === "name") return ref;
  return type === "competence" ? competenceLabel(ref, language) : placeRefLabel({ type, ref }, language);
}

/** Exactly what a way out widens and leaves out. */
export function useStepTitle(associations: PeoplePage["associations"]): (way: WayOut) => string {
  const t = useTranslations("directory");
  const labelOf = useCriterionLabel(associations);
  const language = useLocale();
  const quoted = (words: readonly string[]) =>
    listOf(
      words.map((one) => t("quoted", { words: insideQuotes(one, language) })),
      language,
    );
  return ({ criterion, wider, setAside }) => {
    if (wider === null) return t("beneath.drop", { words: quoted([...setAside, labelOf(criterion)]) });
    const step = t(`beneath.${wider.type as "province"}`, { wider: widerLabel(wider, language) });
    return setAside.length === 0 ? step : t("beneath.aside", { step, words: quoted(setAside) });
  };
}
