import { useLocale, useTranslations } from "next-intl";
import type { Criterion, PeoplePage } from "@/lib/directory/types";
import { placeRefLabel } from "@/lib/taxonomy/place/rules";
import { areaLabel, competenceLabel } from "@/lib/taxonomy/rules";

/** What a filter is called on its chip: the words as typed where it was read from them. */
export function useCriterionLabel(associations: PeoplePage["associations"]): (criterion: Criterion) => string {
  const t = useTranslations("directory");
  const language = useLocale();
  return (criterion) => {
    switch (criterion.kind) {
      case "competence":
        return criterion.typed ?? competenceLabel(criterion.slugs[0] ?? "", language);
      case "area":
        return areaLabel(criterion.slug, language);
      case "place":
        return criterion.places.map((place) => placeRefLabel(place, language)).join(" / ");
      case "words":
        return criterion.typed ?? criterion.words.join(" ");
      case "association":
        return associations.find(({ slug }) => slug === criterion.slug)?.name ?? criterion.slug;
      case "side":
        return t(`side.${criterion.side}`);
      case "level":
        return t(`minLevel.${criterion.level as 1}`);
    }
  };
}
