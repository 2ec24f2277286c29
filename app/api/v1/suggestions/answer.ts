import { queryOf, readFilters } from "@/lib/directory/filter/rules";
import type { SuggestionsAnswer } from "@/lib/directory/suggestion/schema";
import type { Suggestion } from "@/lib/directory/suggestion/types";
import { pathTo } from "@/lib/i18n/path-to";
import type { Locale } from "@/lib/i18n/routing";
import { translatorFor } from "@/lib/i18n/translator";
import { placeRefLabel, regionLabel, regionOf, widerPlace } from "@/lib/taxonomy/place/rules";
import { areaLabel, competenceLabel, findCompetence } from "@/lib/taxonomy/rules";
import type { PlaceRef } from "@/lib/taxonomy/types";

type Item = SuggestionsAnswer["items"][number];

/** A suggestion as data: what it is called, what tells it from others, and where it leads. */
export function itemOf(suggestion: Suggestion, locale: Locale): Item {
  const { kind } = suggestion;
  switch (kind) {
    case "competence": {
      const { slug, also, q } = suggestion;
      const area = areaLabel(findCompetence(slug)?.area ?? "", locale);
      const [detail, lang] = also ? [also.text, also.language] : [area, locale];
      return {
        kind,
        label: competenceLabel(slug, locale),
        detail,
        lang,
        handle: null,
        href: searchFor({ q, c: slug }, locale),
      };
    }
    case "place": {
      const { place, q } = suggestion;
      const href = searchFor({ q, place: place.ref }, locale);
      return {
        kind,
        label: placeRefLabel(place, locale),
        detail: sizeOf(place, locale),
        lang: locale,
        handle: null,
        href,
      };
    }
    case "person": {
      const { handle, name, headline, locale: lang } = suggestion;
      const href = pathTo({ pathname: "/people/[handle]", params: { handle } }, locale);
      return { kind, label: name, detail: headline, lang, handle, href };
    }
    case "association": {
      const href = pathTo({ pathname: "/associations/[slug]", params: { slug: suggestion.slug } }, locale);
      return { kind, label: suggestion.name, detail: suggestion.tagline, lang: suggestion.locale, handle: null, href };
    }
  }
}

function searchFor(params: Record<string, string>, locale: Locale): string {
  const query = Object.entries(queryOf(readFilters(params))).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  );
  return `${pathTo({ pathname: "/people" }, locale)}?${new URLSearchParams(query)}`;
}

/** «Comune · Emilia-Romagna»: a town and its province are often called the same. */
function sizeOf(place: PlaceRef, locale: Locale): string {
  const t = translatorFor(locale);
  const wider = widerPlace(place);
  const region = wider?.type === "province" ? regionOf(wider.ref) : wider?.ref;
  return t(`directory.suggest.place.${place.type}`, { region: region ? regionLabel(region, locale) : "" });
}
