/** DECLARED → CONFIRMED | REJECTED | LAPSED (21 days without confirmation). */
export type ContributionState = "DECLARED" | "CONFIRMED" | "LAPSED" | "REJECTED";

/** What was given: the kinds of a participation statement, but for listening, which is not something done. */
export const CONTRIBUTION_KINDS = ["TIME", "SKILL", "CONTACT", "INFORMATION", "RESOURCE"] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** Where something is done: a project, else an association. */
export type DonePlace = {
  readonly slug: string;
  readonly name: string;
  readonly projectId: string | null;
  readonly associationId: string | null;
};

/** What shows that something was done. */
export type Evidence = {
  readonly evidenceUrl: string | null;
  /** A file of the project; for those who take part alone. */
  readonly evidenceFile: { readonly id: string; readonly name: string } | null;
};
