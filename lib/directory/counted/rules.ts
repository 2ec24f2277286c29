import type { Sought } from "../types";

/** A list whose people are counted as profiles change: everybody, one competence, one place. As names of its tokens. */
export type CountedList = "all" | `competence:${string}` | `${"municipality" | "province" | "region"}:${string}`;

/** What of a search is known without looking at anybody; null where people have to be looked at. */
export type Counted = {
  /** How many are in both. */
  readonly total: readonly [CountedList, CountedList] | null;
  /** What else those of the list have. */
  readonly facets: CountedList | null;
  /** Where those live who satisfy all but the place chosen. */
  readonly places: CountedList | null;
};

const UNKNOWN: Counted = { total: null, facets: null, places: null };

/** A list as one criterion asks for it; null where no such list is counted. Words mean more than a list says. */
function listOf(criterion: Sought): CountedList | null {
  if (criterion.typed !== null) return null;
  if (criterion.kind === "competence") return `competence:${criterion.slugs[0] ?? ""}`;
  if (criterion.kind !== "place" || criterion.places.length !== 1 || criterion.within) return null;
  const [place] = criterion.places;
  return place ? `${place.type}:${place.ref}` : null;
}

/** Whether a place was chosen: another choice would take its turn, unlike that of one that stands in the words. */
export const isChosenPlace = ({ kind, typed }: Sought): boolean => kind === "place" && typed === null;

const isTown = (list: CountedList) => list.startsWith("municipality:");

/**
 * Which lists answer for a search: one list answers for its total and its facets, two for their total. A town is counted among
 * everybody only.
 */
export function countedBy(criteria: readonly Sought[]): Counted {
  const places = only(criteria.filter((one) => !isChosenPlace(one)));
  const lists = criteria.map(listOf);
  const known = lists.filter((list) => list !== null);
  return known.length === lists.length ? { ...amongLists(known), places } : { ...UNKNOWN, places };
}

/** The one list that answers for these criteria; null where there is none. */
function only(criteria: readonly Sought[]): CountedList | null {
  if (criteria.length === 0) return "all";
  const [first, ...others] = criteria;
  return first && others.length === 0 ? listOf(first) : null;
}

function amongLists([one = "all", other, ...more]: readonly CountedList[]): Pick<Counted, "total" | "facets"> {
  if (more.length > 0) return UNKNOWN;
  if (other === undefined) return { total: ["all", one], facets: isTown(one) ? null : one };
  return { total: isTown(one) || isTown(other) ? null : [one, other], facets: null };
}
