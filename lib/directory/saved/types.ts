import type { Language } from "@/lib/taxonomy/types";
import type { CardAssociation, Filters } from "../types";

/** A search as it is kept: the query of its address, and the language its words are read in. */
export type KeptSearch = { readonly query: string; readonly locale: Language };

/** What can just have happened to one's searches, as the address says it after a form. */
export const SEARCH_DONE = ["saved", "seen", "forgotten"] as const;
export type SearchDone = (typeof SEARCH_DONE)[number];

/** Somebody who fits a search and did not when its owner last looked. */
export type NewPerson = { readonly handle: string; readonly name: string };

export type SavedSearchView = {
  readonly id: string;
  readonly filters: Filters;
  readonly createdAt: Date;
  readonly newPeople: readonly NewPerson[];
  /** Names of the associations it speaks of, as far as its owner may know them. */
  readonly associations: readonly Pick<CardAssociation, "slug" | "name">[];
};
