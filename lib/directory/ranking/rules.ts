/**
 * What puts one person before another when a list is sorted by «prima chi c’entra con te». Points add up; equal sums are
 * ordered by a fixed shuffle, so that no name and no date is favoured. Nothing else counts: not seniority, not popularity,
 * not how complete a profile is, never a refusal (rule MT3). Published in docs/ranking.md.
 */
export const RANKING = {
  /** The words of the search are their name. */
  named: 50,
  /** For each competence looked for: their level (1–4) times this. */
  level: 3,
  /** For each competence looked for: they offer something that uses it. */
  offersIt: 4,
  /** They offer what I ask for. */
  givesMe: 10,
  /** They ask for what I offer. */
  needsMe: 10,
  /** We belong to one association. */
  sharedAssociation: 6,
  /** They live in my province. */
  sameProvince: 3,
  /** For each value we both hold. */
  sharedValue: 1,
} as const;
