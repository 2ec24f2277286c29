import type { Viewer } from "@/lib/auth/actor";
import { readFilters } from "@/lib/directory/filter/rules";
import { searchPeople } from "@/lib/directory/queries";
import { makeMember } from "./members";

/** What somebody finds who opens the list at this address. */
export const search = (viewer: Viewer, query: string) =>
  searchPeople(viewer, readFilters(paramsOf(query)), { language: "it" });

function paramsOf(query: string): Record<string, string[]> {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) params[name] = [...(params[name] ?? []), value];
  return params;
}

/** Seven people to look for: one closed what they know, two are on no list. The first is the one who looks. */
export async function makePeople() {
  const viewer = await makeMember({
    name: "Guido Prova",
    handle: "guido",
    placeSlug: "bologna",
    exchanges: [
      { side: "ASK", title: "Un sito", competence: "web-development" },
      { side: "OFFER", title: "Contratti", competence: "nonprofit-law" },
    ],
    values: ["trust", "care", "active-listening"],
  });
  await makeMember({
    name: "Ilaria Zanasi",
    handle: "ilaria",
    isPublic: true,
    placeSlug: "bologna",
    competences: { "tax-advice": 3, "nonprofit-accounting": 2 },
    exchanges: [{ side: "OFFER", title: "Un’ora sul bilancio", competence: "nonprofit-accounting" }],
    values: ["care", "trust"],
  });
  await makeMember({
    name: "Carlo Dall’Ò",
    handle: "carlo",
    headline: "Già liutaia, ora ragioniere",
    placeSlug: "imola",
    competences: { accounting: 4 },
  });
  await makeMember({
    name: "Marta Ferrara",
    handle: "marta",
    placeSlug: "torino",
    competences: { "frontend-development": 3 },
    exchanges: [
      { side: "OFFER", title: "Pagine che si leggono", competence: "frontend-development" },
      { side: "ASK", title: "Chi legga uno statuto", competence: "nonprofit-law" },
    ],
    story: "Ho imparato in un circo.",
  });
  await makeMember({
    name: "Sara Chiusa",
    handle: "sara",
    placeSlug: "ferrara",
    competences: { "tax-advice": 3 },
    story: "Nessuno legga questa parola: petunia.",
    audiences: { COMPETENCES: "ONLY_ME", STORY: "CONNECTED", PLACE: "SHARED_ASSOCIATIONS" },
  });
  await makeMember({ name: "Ugo Nascosto", handle: "ugo", isListed: false, competences: { "tax-advice": 4 } });
  await makeMember({ name: "Ida Sospesa", handle: "ida", isSuspended: true, competences: { "tax-advice": 4 } });
  return viewer;
}
