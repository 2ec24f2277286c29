import { csvOf } from "@/lib/core/csv";
import { findMunicipality, placeLabel, provinceLabel, regionLabel } from "@/lib/taxonomy/place/rules";
import { competenceLabel } from "@/lib/taxonomy/rules";
import type { Language } from "@/lib/taxonomy/types";
import type { PersonCard } from "../types";

/** People one file holds at most. */
export const EXPORT_MAX = 1000;

/** In the order of the columns; each is a sentence of `directory.table`. */
export const COLUMNS = [
  "name",
  "headline",
  "municipality",
  "province",
  "region",
  "competences",
  "offers",
  "asks",
  "profile",
] as const;
export type Column = (typeof COLUMNS)[number];

type Written = {
  readonly language: Language;
  readonly headOf: (column: Column) => string;
  readonly addressOf: (handle: string) => string;
};

/** People as CSV: what their cards say to whoever looks, one a row, under heads in their language. */
export function csvOfPeople(people: readonly PersonCard[], { language, headOf, addressOf }: Written): string {
  const cellsOf = (person: PersonCard) => {
    const cells = { ...textsOf(person, language), profile: addressOf(person.handle) };
    return COLUMNS.map((column) => cells[column]);
  };
  return csvOf([COLUMNS.map(headOf), ...people.map(cellsOf)]);
}

function textsOf({ name, headline, placeSlug, provinceCode, regionSlug, card }: PersonCard, language: Language) {
  const titles = (list: PersonCard["card"]["offers"]) => list.map(({ title }) => title).join(" | ");
  return {
    name,
    headline,
    municipality: placeSlug && findMunicipality(placeSlug) ? placeLabel(placeSlug, language) : "",
    province: provinceCode ? provinceLabel(provinceCode, language) : "",
    region: regionSlug ? regionLabel(regionSlug, language) : "",
    competences: card.competences.map(({ slug }) => competenceLabel(slug, language)).join(" | "),
    offers: titles(card.offers),
    asks: titles(card.asks),
  };
}

/** «persone-2026-11-21.csv»: letters any system can keep. */
export function fileNameOf(word: string, day: string): string {
  return `${word}-${day}.csv`;
}
