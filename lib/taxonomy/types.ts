/** Same as the interface's locales; named here because a pure room knows nothing of routes. */
export type Language = "it" | "en";
export type Labels = Readonly<Record<Language, string>>;
export type Terms = Readonly<Record<Language, readonly string[]>>;

export type Area = { readonly slug: string; readonly label: Labels; readonly kind: "hard" | "soft" };

export type Competence = {
  readonly slug: string;
  readonly area: string;
  readonly kind: "hard" | "soft";
  readonly label: Labels;
  /** What people type: job titles in both genders, older words, names of tools. */
  readonly synonyms: Terms;
  readonly parent?: string;
};

/** An area as a page shows it: its competences by label, those with a parent below it. */
export type AreaView = {
  readonly slug: string;
  readonly label: string;
  readonly kind: "hard" | "soft";
  readonly competences: readonly CompetenceView[];
};
export type CompetenceView = { readonly slug: string; readonly label: string; readonly parent: string | null };

/** One entry of a select or datalist. */
export type Option = { readonly value: string; readonly label: string };

export type Value = {
  readonly slug: string;
  readonly label: Labels;
  readonly meaning: Labels;
  /** A deed that shows it, as an example for those who write a charter. */
  readonly deed: Labels;
};

export type Municipality = {
  readonly slug: string;
  readonly name: Labels;
  /** Two-letter code. */
  readonly province: string;
  readonly lat: number;
  readonly lon: number;
  /** Rounded; for order only. */
  readonly population: number;
  /** «a Bologna», «all'Aquila». */
  readonly locative: string;
  readonly aliases?: readonly string[];
};
export type Province = {
  readonly code: string;
  readonly name: Labels;
  /** Code of its region in the ISTAT list. */
  readonly region: string;
  readonly aliases?: readonly string[];
};
export type Region = {
  readonly code: string;
  readonly slug: string;
  readonly name: Labels;
  readonly aliases?: readonly string[];
};

/** A municipality by slug, a province by code, a region by slug. */
export type PlaceRef = { readonly type: "municipality" | "province" | "region"; readonly ref: string };

export type UnderstoodCompetence = {
  readonly slug: string;
  /** 1 for a term as it stands in the taxonomy; below 0.7 it is part of a term, an area, or a misspelling. */
  readonly confidence: number;
  /** The words of the query that led here, folded. */
  readonly matched: string;
  /** Position of its group in competenceGroups. */
  readonly group: number;
};

/** A place named; `isAround` when what lies around it counts as well («zona Bologna»). */
export type MeantPlace = PlaceRef & { readonly isAround?: true };
export type UnderstoodPlace = MeantPlace & { readonly matched: string };

/** Something a phrase of the query says, and its words, folded. */
type Said<T> = { readonly value: T; readonly matched: string };

/** What a search means, as far as the taxonomy can tell. */
export type Understanding = {
  /** At most eight, surest first. */
  readonly competences: readonly UnderstoodCompetence[];
  /** Groups narrow (and); the slugs of one group are alternatives (or) and stand for their descendants too. */
  readonly competenceGroups: readonly (readonly string[])[];
  /** Alternatives (or). */
  readonly places: readonly UnderstoodPlace[];
  /** What people found must have open: an offer, or an ask. */
  readonly side: Said<"offers" | "asks"> | null;
  /** What they must say they speak, by its code. */
  readonly language: Said<string> | null;
  /** So many kilometres around the towns named. */
  readonly distance: Said<number> | null;
  /** Words that mean nothing here: names of people, of associations, free text. Folded. */
  readonly rest: string;
  /** All words that count, folded: those of a side, a language, a distance, then the others in order. */
  readonly tokens: readonly string[];
};

/** Languages one can say one speaks, by their code of ISO 639-1; their names come from the browser's own tables. */
export const LANGUAGE_CODES = [
  "it",
  "en",
  "fr",
  "de",
  "es",
  "pt",
  "ro",
  "sq",
  "ar",
  "zh",
  "uk",
  "ru",
  "pl",
  "bn",
  "hi",
  "pa",
  "ur",
  "tl",
  "si",
  "sr",
  "hr",
  "sl",
  "el",
  "tr",
  "fa",
  "nl",
  "sv",
  "ja",
  "ko",
  "wo",
  "sw",
  "am",
  "ti",
  "so",
  "eo",
  "la",
] as const;
