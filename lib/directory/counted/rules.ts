import type { Criterion } from "../types";

/** A list whose people are counted as profiles change: everybody, one competence, one place. As names of its tokens. */
export type CountedList = "all" | `competence:${string}` | `${"municipality" | "province" | "region"}:${string}`;

/** What of a search is known without looking at anybody; null where people have to be looked at. */
export type Counted = {
  /** How many are in both. */
  readonly total: readonly [CountedList, CountedList] | null;
  /** What else those of the list have. */
  readonly facets: CountedList | null;
  /** Where those live who satisfy all but the place. */
  readonly places: CountedList | null;
};

const UNKNOWN: Counted = { total: null, facets: null, places: null };

/** A list as one criterion asks for it; null where no such list is counted. Words mean more than a list says. */
function listOf(criterion: Criterion): CountedList | null {
  if (criterion.typed !== null) return null;
  if (criterion.kind === "competence") return `competence:${criterion.slugs[0] ?? ""}`;
  if (criterion.kind !== "place" || criterion.places.length !== 1) return null;
  const [place] = criterion.places;
  return place ? `${place.type}:${place.ref}` : null;
}

const isTown = (list: CountedList) => list.startsWith("municipality:");

/**
 * Which lists answer for a search: one list answers for its total and its facets, two for their total. A town is counted among
 * everybody only.
 */
export function countedBy(criteria: readonly Criterion[]): Counted {
  const others = criteria.filter(({ kind }) => kind !== "place").map(listOf);
  const places = others.includes(null) || others.length > 1 ? null : (others[0] ?? "all");
  const lists = criteria.map(listOf);
  if (lists.includes(null) || lists.length > 2) return { ...UNKNOWN, places };
  const [one = "all", other] = lists.toSorted((a, b) => Number(isTown(a ?? "all")) - Number(isTown(b ?? "all")));
  if (!one || other === null) return { ...UNKNOWN, places };
  if (other === undefined)
    return { total: ["all", one], facets: isTown(one) ? null : one, places };
  return { total: isTown(other) ? null : [one, other], facets: null, places };
}
