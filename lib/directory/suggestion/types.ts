import type { Language, PlaceRef } from "@/lib/taxonomy/types";

/** In the order they are shown. */
export const SUGGESTION_KINDS = ["competence", "place", "person", "association"] as const;

/** A competence that what was typed may mean; `also` is the other word by which it was found, `q` what stays in words. */
export type SuggestedCompetence = {
  readonly kind: "competence";
  readonly slug: string;
  readonly also: { readonly text: string; readonly language: Language } | null;
  readonly q: string;
};
export type SuggestedPlace = { readonly kind: "place"; readonly place: PlaceRef; readonly q: string };
export type SuggestedPerson = {
  readonly kind: "person";
  readonly handle: string;
  readonly name: string;
  readonly headline: string;
  /** Language they write in. */
  readonly locale: Language;
};
export type SuggestedAssociation = {
  readonly kind: "association";
  readonly slug: string;
  readonly name: string;
  readonly tagline: string;
  readonly locale: Language;
};
export type Suggestion = SuggestedCompetence | SuggestedPlace | SuggestedPerson | SuggestedAssociation;

/** What names are searched for: `opening` begins a name; `words` stands in it, as a query of full-text search. */
export type NameQuery = {
  /** Folded. */
  readonly opening: string;
  /** Whole words but the last, of which it is the beginning; empty when none is long enough for the index. */
  readonly words: string;
  /** Beginnings too short for the index, held against what it found. */
  readonly short: readonly string[];
};
