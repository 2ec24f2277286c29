import type { Facets } from "../types";

/** What the facets print of a list. */
export type ListFacets = Omit<Facets, "sides">;

/** Some tokens and, at the same places, how many carry each; nulls where there are none. */
export type Counts = readonly [others: readonly number[] | null, people: readonly number[] | null];

/** What a token of the facets stands for. */
export type FacetName = { readonly token: number; readonly kind: keyof ListFacets; readonly slug: string };

/** How directory_kind of the database numbers what facets print. */
export const KIND_NUMBERS: Readonly<Record<keyof ListFacets, number>> = {
  competences: 0,
  areas: 1,
  regions: 2,
  provinces: 3,
};

/** Counts added up, by kind and slug, in the order of the names, so that how they were kept apart shows in nothing; none is below one. */
export function facetsFrom(parts: readonly Counts[], names: readonly FacetName[]): ListFacets {
  const sums = new Map<number, number>();
  for (const [others, people] of parts)
    for (const [i, other] of (others ?? []).entries()) sums.set(other, (sums.get(other) ?? 0) + (people?.[i] ?? 0));
  const facets: Record<keyof ListFacets, Record<string, number>> = {
    areas: {},
    competences: {},
    regions: {},
    provinces: {},
  };
  for (const { token, kind, slug } of names) {
    const n = sums.get(token) ?? 0;
    if (n > 0) facets[kind][slug] = n;
  }
  return facets;
}
