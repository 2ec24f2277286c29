/**
 * What puts one person before another when a list is sorted by «prima chi c’entra con te». Points add up among the first
 * WINDOW people of the static order (completeness, then the month of the last change, then a fixed shuffle; in the list of one
 * competence its level before all); equal sums keep that order. Nothing else counts: not seniority, not popularity, never a
 * refusal (rule MT3). Published in docs/ranking.md.
 */
export const RANKING = {
  /** The words of the search are their name. */
  named: 50,
  /** They offer what I ask for. */
  givesMe: 10,
  /** They ask for what I offer. */
  needsMe: 10,
  /** We belong to one association. */
  sharedAssociation: 6,
  /** For each competence looked for: they offer something that uses it. */
  offersIt: 4,
  /** For each competence looked for: their level (1–4) times this. */
  level: 3,
  /** They live in my province. */
  sameProvince: 3,
  /** What the profile says of them changed within so many months. */
  fresh: { points: 2, months: 6 },
  /** For each of photo, about, place, three competences, an offer. */
  complete: 1,
} as const;

/** How many people of a long list are ordered by points and counted for the filters. */
export const WINDOW = 500;
