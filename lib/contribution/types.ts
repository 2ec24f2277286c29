/** DECLARED → CONFIRMED | LAPSED (21 days without confirmation). */
export type ContributionState = "DECLARED" | "CONFIRMED" | "LAPSED";

/** What was given: the kinds of a participation statement, but for listening, which is not something done. */
export const CONTRIBUTION_KINDS = ["TIME", "SKILL", "CONTACT", "INFORMATION", "RESOURCE"] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];
