/** OPEN ⇄ CUSTODY (no steward left) → CLOSED. */
export type AssociationState = "OPEN" | "CUSTODY" | "CLOSED";

/** How one enters: at once, by decision of the stewards, only when asked in. */
export const ENTRY_MODES = ["OPEN", "APPLICATION", "INVITATION"] as const;
export type EntryMode = (typeof ENTRY_MODES)[number];

export const CLAUSE_KINDS = ["VALUE", "RULE", "COMMITMENT"] as const;
export type ClauseKind = (typeof CLAUSE_KINDS)[number];

/** What a quantity of time is measured on. */
export const PERIODS = ["MONTH", "QUARTER", "YEAR"] as const;
export type Period = (typeof PERIODS)[number];

/** What one brings, and what a contribution is made of. */
export const PARTICIPATION_KINDS = ["SKILL", "TIME", "CONTACT", "INFORMATION", "RESOURCE", "LISTENING"] as const;
export type ParticipationKind = (typeof PARTICIPATION_KINDS)[number];

/** Who confirms what was done outside projects. */
export const CONFIRMERS = ["ANY_MEMBER", "STEWARDS"] as const;
export type Confirmers = (typeof CONFIRMERS)[number];

/** What an association may withhold from someone behind on its contribution rule. */
export const BARS = ["PROPOSE", "VOTE", "HOLD_ROLE"] as const;
export type Bar = (typeof BARS)[number];

/** The contribution rule of a charter: what is asked of a member, and what being behind means. */
export type ContributionRule = {
  /** Whole minutes and deeds on a period; null asks for none. */
  readonly minMinutes: number | null;
  readonly minDeeds: number | null;
  readonly minPeriod: Period | null;
  /** Kinds that count; empty: all. */
  readonly countedKinds: readonly ParticipationKind[];
  readonly graceDays: number;
  readonly confirmers: Confirmers;
  readonly bars: readonly Bar[];
  /** The rule in the association's own words. */
  readonly ruleNote: string;
};

/** A value as a charter states it: from the shared vocabulary, or a word of the association's own. */
export type CharterValueText = {
  readonly valueSlug: string | null;
  /** The association's own word; empty when valueSlug says it. */
  readonly name: string;
  /** What it means here. */
  readonly meaning: string;
  /** How we show it. */
  readonly shownBy: string;
};

export type ClauseText = { readonly number: number; readonly kind: ClauseKind; readonly text: string };

/** What the first form of a charter's hash is taken of. */
export type CharterText = {
  readonly values: readonly CharterValueText[];
  readonly clauses: readonly ClauseText[];
};

/** Everything one version of a charter says: what its second form of hash is taken of. */
export type CharterContent = CharterText &
  ContributionRule & {
    /** When it is looked at again, as «2027-06-30». */
    readonly reviewOn: string | null;
    /** Whether the next version takes the members' vote (rule DC6); so only they can take that back. */
    readonly isByVote: boolean;
  };

export type CharterValueView = CharterValueText & { readonly id: string };
export type ClauseView = ClauseText & { readonly id: string };

/** One published version of a charter, as pages show it. */
export type CharterView = Omit<CharterContent, keyof CharterText> & {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: string;
  /** Whether it touches what members promised (rule M11). */
  readonly isMaterial: boolean;
  /** What changed, and why; empty for the first version. */
  readonly changeNote: string;
  readonly values: readonly CharterValueView[];
  readonly clauses: readonly ClauseView[];
};

/** An association with what its emblem is drawn from. */
export type AssociationRef = {
  readonly slug: string;
  readonly name: string;
  /** Value words in the order of the charter in force. */
  readonly values: readonly string[];
};

export type Question = { readonly id: string; readonly text: string; readonly isRequired: boolean };

/** What was done for one value of the charter: confirmed contributions, newest first. */
export type ValueDeeds = {
  readonly word: string;
  readonly count: number;
  readonly latest: readonly { readonly title: string; readonly locale: string; readonly doneOn: string }[];
};

export type PromiseState = "KEPT" | "PARTLY" | "RELEASED" | "MISSED";

/** One thing the association said it would do, and what came of it (rule T3). */
export type Promised = {
  readonly id: string;
  readonly text: string;
  readonly locale: string;
  readonly saidOn: string;
  readonly closedOn: string;
  readonly state: PromiseState;
};

/** The public page of an association. */
export type AssociationView = AssociationRef & {
  readonly id: string;
  readonly tagline: string;
  readonly purpose: string;
  readonly forWhom: string;
  readonly weDo: readonly string[];
  readonly weDoNot: readonly string[];
  /** Language it is written in. */
  readonly locale: string;
  readonly state: AssociationState;
  readonly entry: EntryMode;
  readonly foundedAt: string;
  readonly decisionDays: number;
  readonly decidersRequired: number;
  /** How many members must say a word for an applicant; whoever invites is one. */
  readonly sponsorsRequired: number;
  readonly places: readonly string[];
  /** Null under five (rule PV5). */
  readonly memberCount: number | null;
  readonly charter: CharterView;
  readonly questions: readonly Question[];
  readonly deeds: readonly ValueDeeds[];
  /** Closed in the last twelve months, newest first; empty under five (rule T1). */
  readonly promised: readonly Promised[];
};
