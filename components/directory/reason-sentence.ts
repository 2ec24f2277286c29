import { listOf } from "@/lib/core/text";
import type { Reason } from "@/lib/directory/types";
import type { translatorFor } from "@/lib/i18n/translator";
import { locative } from "@/lib/taxonomy/place/rules";
import { competenceLabel } from "@/lib/taxonomy/rules";
import type { Language } from "@/lib/taxonomy/types";
import { valueLabel } from "@/lib/taxonomy/value/rules";

type Sentence = { readonly cause: string; readonly detail: string };
type Exchange = Extract<Reason, { code: "offers" | "asks" }>;
type Held = Extract<Reason, { code: "competence" }>;

/** A reason in words: the cause, then the detail. */
export function sentenceOf(reason: Reason, t: ReturnType<typeof translatorFor>, language: Language): Sentence {
  switch (reason.code) {
    case "name":
      return { cause: t("directory.why.name.cause"), detail: "" };
    case "competence":
      return held(reason, t, language);
    case "offers":
    case "asks":
      return exchanged(reason, t, language);
    case "givesMe":
    case "needsMe": {
      const competence = competenceLabel(reason.slug, language);
      const detail = t(`directory.why.${reason.code}.detail`, { competence });
      return { cause: t(`directory.why.${reason.code}.cause`), detail };
    }
    case "words":
      return {
        cause: t("directory.why.words.cause"),
        detail: t("directory.why.words.detail", { words: reason.words }),
      };
    case "association":
      return { cause: t("directory.why.association.cause", { name: reason.name }), detail: "" };
    case "values": {
      const names = reason.slugs.map((slug) => valueLabel(slug, language).toLowerCase());
      const values = listOf(names, language);
      return { cause: t("directory.why.values.cause"), detail: t("directory.why.values.detail", { values }) };
    }
    case "place":
      return { cause: t("directory.why.place.cause", { where: locative(reason.place, language) }), detail: "" };
    case "near": {
      const where = locative(reason.place, language);
      return { cause: t("directory.why.near.cause"), detail: t("directory.why.near.detail", { where }) };
    }
  }
}

function held({ slug, level, place }: Held, t: ReturnType<typeof translatorFor>, language: Language): Sentence {
  const said = t(`directory.why.competence.level.${level as 1}`);
  return {
    cause: t("directory.why.competence.cause", { competence: competenceLabel(slug, language) }),
    detail: place
      ? t("directory.why.competence.detailThere", { level: said, where: locative(place, language) })
      : t("directory.why.competence.detail", { level: said }),
  };
}

function exchanged({ code, slug }: Exchange, t: ReturnType<typeof translatorFor>, language: Language): Sentence {
  if (slug === null) return { cause: t(`directory.why.${code}.plain`), detail: "" };
  const detail = t(`directory.why.${code}.detail`, { competence: competenceLabel(slug, language) });
  return { cause: t(`directory.why.${code}.cause`), detail };
}

/** Reasons one after another, as one text. */
export function textOfReasons(why: readonly Reason[], t: ReturnType<typeof translatorFor>, language: Language): string {
  const sentences = why.map((reason) => sentenceOf(reason, t, language));
  return sentences.map(({ cause, detail }) => (detail ? `${cause} ${detail}` : cause)).join(" ");
}
