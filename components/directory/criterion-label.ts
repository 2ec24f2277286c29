import { useLocale, useTranslations } from "next-intl";
import { useLanguageName } from "@/components/member/language-names";
import type { Criterion, PeoplePage } from "@/lib/directory/types";
import { placeRefLabel } from "@/lib/taxonomy/place/rules";
import { areaLabel, competenceLabel } from "@/lib/taxonomy/rules";

/** What a filter is called on its chip: the words as typed where it was read from them. */
export function useCriterionLabel(associations: PeoplePage["associations"]): (criterion: Criterion) => string {
  const t = useTranslations("directory");
  const language = useLocale();
  const languageName = useLanguageName();
  const placesLabel = (place: string, within: number | null) =>
    within ? t("around", { place, kilometres: within }) : place;
  return (criterion) => {
    switch (criterion.kind) {
      case "competence":
        return criterion.typed ?? competenceLabel(criterion.slugs[0] ?? "", language);
      case "area":
        return areaLabel(criterion.slug, language);
      case "place":
        return placesLabel(
          criterion.places.map((place) => placeRefLabel(place, language)).join(" / "),
          criterion.within,
        );
      case "words":
        return criterion.typed ?? criterion.words.join(" ");
      case "association":
        return associations.find(({ slug }) => slug === criterion.slug)?.name ?? criterion.slug;
      case "side":
        return t(`side.${criterion.side}`);
      case "level":
        return t(`minLevel.${criterion.level as 1}`);
      case "ready":
        return t(`ready.${criterion.ready}`);
      case "language":
        return t("speaks", { language: languageName(criterion.code) });
    }
  };
}
