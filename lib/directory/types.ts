import type { PlaceRef } from "@/lib/taxonomy/types";

export const SORTS = ["relevance", "name", "newest"] as const;
export type Sort = (typeof SORTS)[number];

/** Offers something · asks for something · offers what whoever looks asks for · asks for what whoever looks offers. */
export const SIDES = ["offers", "asks", "givesMe", "needsMe"] as const;
export type Side = (typeof SIDES)[number];

/** What somebody has to give besides skill: hours, or an ear. */
export const READY = ["time", "listening"] as const;
export type Ready = (typeof READY)[number];

/** Kilometres around a town. */
export const DISTANCES = [10, 25, 50, 100] as const;

/** How the same people are drawn. */
export const VIEWS = ["list", "map", "table"] as const;
export type View = (typeof VIEWS)[number];

/** What an address of the list asks for. */
export type Filters = {
  readonly q: string;
  readonly competences: readonly string[];
  readonly areas: readonly string[];
  readonly place: PlaceRef | null;
  /** Kilometres around the place, where that is a town, or around the town that the words name. */
  readonly within: number | null;
  /** A town as somebody typed it that is none of ours: said over the list, kept in no address. */
  readonly unknownTown: string | null;
  readonly association: string | null;
  readonly sides: readonly Side[];
  readonly ready: readonly Ready[];
  /** A language they speak, by its code of ISO 639-1. */
  readonly language: string | null;
  /** At least this level (1–4) in what is looked for. */
  readonly level: number | null;
  readonly sort: Sort;
  readonly view: View;
  readonly after: string | null;
};

/** Any of some competences; how surely, from 0 to 1, words were taken to mean them. */
type Competences = { readonly kind: "competence"; readonly slugs: readonly string[]; readonly sureness?: number };

/** One thing that narrows the list. All must hold. */
export type Criterion = {
  /** The same list without it. */
  readonly without: Filters;
  /** The words of the search it was read from, as typed; null when it was chosen. */
  readonly typed: string | null;
} & (
  | Competences
  | { readonly kind: "area"; readonly slug: string }
  | { readonly kind: "place"; readonly places: readonly PlaceRef[]; readonly within: number | null }
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "association"; readonly slug: string }
  | { readonly kind: "side"; readonly side: Side }
  | { readonly kind: "level"; readonly level: number }
  | { readonly kind: "ready"; readonly ready: Ready }
  | { readonly kind: "language"; readonly code: string }
);

/** One thing asked of people, without the way back that its chip offers. */
export type Sought = Criterion extends infer One ? (One extends unknown ? Omit<One, "without"> : never) : never;

export type CardExchange = {
  readonly title: string;
  readonly locale: string;
  readonly competence: string | null;
  readonly untilOn: string | null;
};
export type CardAssociation = {
  readonly slug: string;
  readonly name: string;
  readonly values: readonly string[];
  readonly isShared: boolean;
};

/** What the class of whoever looks sees of one person on a card. */
export type FoundPerson = {
  readonly handle: string;
  readonly name: string;
  readonly headline: string;
  readonly placeSlug: string | null;
  readonly provinceCode: string | null;
  readonly regionSlug: string | null;
  readonly card: {
    readonly photoId: string | null;
    readonly locale: string;
    readonly competences: readonly { readonly slug: string; readonly level: number }[];
    readonly offers: readonly CardExchange[];
    readonly asks: readonly CardExchange[];
    readonly values: readonly string[];
  };
  readonly associations: readonly CardAssociation[];
  /** Whether the words of the search are in the name. */
  readonly isNamed: boolean;
};

/** What of whoever looks may make somebody matter to them. Empty for visitors. */
export type Looker = {
  readonly handle: string | null;
  readonly asks: readonly string[];
  readonly offers: readonly string[];
  readonly values: readonly string[];
  readonly provinceCode: string | null;
};

/** Why a card is there, as a code and what its sentence needs. The first is the cause, the second the detail. */
export type Reason =
  | { readonly code: "name" }
  | { readonly code: "competence"; readonly slug: string; readonly level: number; readonly place: string | null }
  | { readonly code: "offers" | "asks"; readonly slug: string | null }
  | { readonly code: "givesMe" | "needsMe"; readonly slug: string }
  | { readonly code: "words"; readonly words: string }
  | { readonly code: "association"; readonly name: string }
  | { readonly code: "values"; readonly slugs: readonly string[] }
  | { readonly code: "place" | "near"; readonly place: string };

export type PersonCard = FoundPerson & { readonly why: readonly Reason[] };

/** What a criterion is widened to: a place around its own, the competence above, or the words as a name spells them. */
export type Wider = PlaceRef | { readonly type: "competence" | "name"; readonly ref: string };

/** One step that could find more: the list without a criterion, or with it widened. */
export type Step = {
  readonly criterion: Criterion;
  readonly wider: Wider | null;
  readonly filters: Filters;
  /** Whether it leaves out what may not have been meant. */
  readonly isDoubtful: boolean;
  /** Whether it leaves something of what is looked for; a place alone is nothing, unless it is widened. */
  readonly isAimed: boolean;
};

/** A step, from a search that sets some words aside; and how many it would find. */
export type WayOut = Step & {
  readonly setAside: readonly string[];
  readonly total: number;
};

/** How many people each choice would leave, by slug or code; what nobody has is absent. */
export type Facets = {
  readonly areas: Readonly<Record<string, number>>;
  readonly competences: Readonly<Record<string, number>>;
  readonly regions: Readonly<Record<string, number>>;
  readonly provinces: Readonly<Record<string, number>>;
  /** Null where counting would take looking at too many. */
  readonly sides: Readonly<Record<Side, number | null>>;
};

/** A page of the list by itself. */
export type PeopleList = {
  readonly total: number;
  /** Whether there are no more than `total`; else there are at least so many. */
  readonly isExact: boolean;
  /** Whether facets count everybody they speak of; else the first of them (WINDOW of lib/directory/ranking). */
  readonly isCounted: boolean;
  readonly items: readonly PersonCard[];
  readonly nextCursor: string | null;
  /** The address asked to go on from a place that is no place: the list starts again. */
  readonly isRestarted: boolean;
  readonly facets: Facets;
  /** What the list is of: what was asked for, without what is set aside. */
  readonly filters: Filters;
  readonly criteria: readonly Criterion[];
  /** Words of the search that the list leaves out, because nobody satisfies them with the rest. */
  readonly setAside: readonly string[];
  readonly associations: readonly { readonly slug: string; readonly name: string }[];
};

export type PeoplePage = PeopleList & {
  /** Nearest first; only where little or nothing was found. */
  readonly waysOut: readonly WayOut[];
  /** Some whom one of them finds besides, on the first page. */
  readonly beneath: { readonly way: WayOut; readonly items: readonly PersonCard[] } | null;
};

/** People with each competence or one below it, and with any competence of each area. What nobody has is absent. */
export type CompetenceCounts = {
  readonly competences: Readonly<Record<string, number>>;
  readonly areas: Readonly<Record<string, number>>;
};
