import { namesAmong } from "@/lib/taxonomy/name/rules";
import { understand } from "@/lib/taxonomy/search/rules";
import type { Language } from "@/lib/taxonomy/types";
import type { PeopleList, Reason } from "../types";
import type { PeopleAnswer } from "./schema";

type Read = { readonly q: string; readonly language: Language; readonly say: (why: readonly Reason[]) => string };

/** A page of the list as data; `say` puts reasons into a sentence. */
export function answerOf(
  { items, facets, total, isExact, isCounted, nextCursor, setAside }: PeopleList,
  { q, language, say }: Read,
): PeopleAnswer {
  const { areas, competences, regions, provinces, sides } = facets;
  return {
    items: items.map(({ handle, name, headline, placeSlug, card, why }) => ({
      handle,
      name,
      headline,
      place: placeSlug,
      competences: card.competences.map(({ slug }) => slug),
      why: say(why),
    })),
    understood: understoodOf(q, language),
    ...(setAside.length > 0 ? { setAside: [...setAside] } : {}),
    facets: {
      ...{ areas, competences, regions, provinces },
      kinds: { offer: sides.offers, ask: sides.asks },
      exact: isCounted,
    },
    total: { count: total, exact: isExact },
    nextCursor,
  };
}

function understoodOf(q: string, language: Language): PeopleAnswer["understood"] {
  const { competences, places, rest } = understand(q, language);
  return {
    competences: competences.map(({ slug }) => slug),
    places: places.map(({ ref }) => ref),
    ...namesAmong(rest),
  };
}
