import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Why } from "@/components/ui/why";
import type { Reason } from "@/lib/directory/types";
import { locative } from "@/lib/taxonomy/place/rules";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { valueLabel } from "@/lib/taxonomy/value/rules";

/** Why somebody is in the list: the cause in strong, then the detail, then a second reason. */
export function PersonWhy({ why }: { why: readonly Reason[] }) {
  const say = useReason();
  const [first, second] = why.map(say);
  if (!first) return null;
  return (
    <Why cause={first.cause}>
      {first.detail} {second ? `${second.cause} ${second.detail}` : null}
    </Why>
  );
}

type Sentence = { readonly cause: string; readonly detail: string };

function useReason(): (reason: Reason) => Sentence {
  const t = useTranslations("directory.why");
  const format = useFormatter();
  const language = useLocale();
  const label = (slug: string) => competenceLabel(slug, language);
  return (reason) => {
    switch (reason.code) {
      case "name":
        return { cause: t("name.cause"), detail: "" };
      case "competence": {
        const level = t(`competence.level.${reason.level as 1}`);
        const detail = reason.place
          ? t("competence.detailThere", { level, where: locative(reason.place, language) })
          : t("competence.detail", { level });
        return { cause: t("competence.cause", { competence: label(reason.slug) }), detail };
      }
      case "offers":
      case "asks":
        return reason.slug
          ? { cause: t(`${reason.code}.cause`), detail: t(`${reason.code}.detail`, { competence: label(reason.slug) }) }
          : { cause: t(`${reason.code}.plain`), detail: "" };
      case "givesMe":
      case "needsMe":
        return {
          cause: t(`${reason.code}.cause`),
          detail: t(`${reason.code}.detail`, { competence: label(reason.slug) }),
        };
      case "words":
        return { cause: t("words.cause"), detail: t("words.detail", { words: reason.words }) };
      case "association":
        return { cause: t("association.cause", { name: reason.name }), detail: "" };
      case "values": {
        const values = format.list(reason.slugs.map((slug) => valueLabel(slug, language).toLowerCase()));
        return { cause: t("values.cause"), detail: t("values.detail", { values }) };
      }
      case "place":
        return { cause: t("place.cause", { where: locative(reason.place, language) }), detail: "" };
      case "near":
        return { cause: t("near.cause"), detail: t("near.detail", { where: locative(reason.place, language) }) };
    }
  };
}
