import type { CardAssociation, PersonCard, Reason } from "@/lib/directory/types";
import type { translatorFor } from "@/lib/i18n/translator";
import { placeWithProvince } from "@/lib/taxonomy/place/rules";
import type { Language } from "@/lib/taxonomy/types";
import { sentenceOf, textOfReasons } from "./reason-sentence";

/** A person of a list in words and signs: all that their cell needs, and nothing that it does not show. */
export type PersonLine = {
  readonly handle: string;
  readonly name: string;
  readonly headline?: string;
  /** Language of what they wrote, where it is not that of the page. */
  readonly lang?: string;
  readonly place?: string;
  readonly photo?: string;
  readonly value?: string;
  readonly offers?: string;
  readonly asks?: string;
  readonly why?: { readonly cause: string; readonly more: string };
  readonly associations?: {
    readonly words: string;
    readonly emblems: readonly Pick<CardAssociation, "slug" | "values">[];
  };
};

type Words = { readonly t: ReturnType<typeof translatorFor>; readonly language: Language };

/** What the cell of a person says. What they left empty is absent. */
export function lineOf(
  { handle, name, headline, placeSlug, card, associations, why }: PersonCard,
  words: Words,
): PersonLine {
  const { t, language } = words;
  const [value] = card.values;
  return {
    handle,
    name,
    ...(headline && { headline }),
    ...(headline && card.locale !== language && { lang: card.locale }),
    ...(placeSlug && { place: placeWithProvince(placeSlug, language) }),
    ...(card.photoId && { photo: `/api/files/${card.photoId}` }),
    ...(value && { value }),
    ...(card.offers[0] && { offers: card.offers[0].title }),
    ...(card.asks[0] && { asks: card.asks[0].title }),
    ...(why.length > 0 && { why: reasoned(why, words) }),
    ...(associations.length > 0 && {
      associations: {
        words: t("directory.person.associations", { names: associations.map((one) => one.name).join(", ") }),
        emblems: associations.map(({ slug, values }) => ({ slug, values })),
      },
    }),
  };
}

/** The cause, then its detail, then further reasons. */
function reasoned([reason, ...others]: readonly Reason[], { t, language }: Words) {
  const { cause, detail } = reason ? sentenceOf(reason, t, language) : { cause: "", detail: "" };
  return { cause, more: `${detail} ${textOfReasons(others, t, language)}`.trim() };
}
