/*
 * What an association's life is, by the rules of membership (M1–M11, R1–R3, PT1–PT3, DC1–DC6) and ADR 0006, 0016, 0020, 0022,
 * 0024, 0026 and 0029, as plain values: written apart from the product, so that the two can be held against each other.
 */

export type Person = number;
export type EntryMode = "OPEN" | "APPLICATION" | "INVITATION";
export type Answered = "PENDING" | "ACCEPTED" | "DECLINED" | "WITHDRAWN" | "EXPIRED";
export type Role = "STEWARD" | "WELCOMER";
/** What one may answer for (R1). */
export type Duty = "CUSTODY" | "ADMIT" | "INVITE" | "GRANT" | "EDIT" | "MODERATE";

export type Member = {
  state: "ACTIVE" | "PAUSED" | "LEFT" | "EXCLUDED";
  /** When they came in last. */
  admittedAt: Date;
  isListening: boolean;
  untilOn: string;
  /** The version of the charter they accepted last. */
  accepted: number;
  pledges: number;
  events: number;
  lastEventAt: Date;
  leftAt: Date | null;
};
export type Application = {
  readonly who: Person;
  state: Answered;
  isListening: boolean;
  untilOn: string;
  /** The version of the charter it stands on. */
  accepted: number;
  /** Null at doors that wait for nobody. */
  readonly answerBy: Date | null;
  readonly admitters: Set<Person>;
  /** How many must agree, and how many words of members it takes: as when it was handed in (R5). */
  readonly deciders: number;
  readonly sponsors: number;
  closedAt: Date | null;
};
export type Invitation = {
  readonly who: Person;
  readonly by: Person;
  state: Answered;
  readonly expiresAt: Date;
  closedAt: Date | null;
};
export type Grant = {
  readonly who: Person;
  readonly role: Role | OwnRole;
  readonly by: Person | null;
  state: "OFFERED" | "HELD" | "REFUSED" | "ENDED";
  endedAt: Date | null;
  /** Of an own role: what its holder accepted, or was offered, and which version (PT2). */
  accepted: readonly Duty[];
  version: number | null;
  heldSince: Date | null;
  /** How many trusters it takes, as it was when it was offered; null for none (R4, R5). */
  readonly needed: number | null;
};
/** A role of an association's own (ADR 0025). */
export type OwnRole = {
  name: string;
  duties: readonly Duty[];
  version: number;
  isRetired: boolean;
  isByTrust: boolean;
};
export type Trust = { readonly who: Person; readonly whom: Person; isEnded: boolean };
/** What somebody did for the association, and who said so. */
export type Contribution = {
  readonly who: Person;
  readonly doneOn: string;
  readonly declaredAt: Date;
  confirmedBy: Person | null;
  confirmedOn: string | null;
};

/** What a charter says, as far as it ever changes here: a value, whether the next is voted on and whether something is asked of each, which are of substance, and the wording of a rule. */
export type Text = { readonly value: number; readonly wording: number; readonly vote: number; readonly rule: number };
export type Charter = Text & { readonly isMaterial: boolean; readonly publishedAt: Date };
export type Draft = Text & { readonly revision: number };

export type Vouch = {
  readonly application: Application;
  readonly who: Person;
  state: "ASKED" | "GIVEN" | "REFUSED";
  /** When they said «non ora»; null for whom no asking reached. */
  refusedAt: Date | null;
};
export type Link = {
  readonly by: Person;
  readonly uses: number;
  taken: number;
  readonly expiresAt: Date;
  isRevoked: boolean;
  readonly takers: Set<Person>;
};
/** What was written to an address, that of the person of its number. */
export type Letter = {
  readonly by: Person;
  readonly address: Person;
  /** Which list it is of; null for one alone. */
  readonly list: number | null;
  state: "PENDING" | "TAKEN" | "DECLINED" | "WITHDRAWN" | "EXPIRED";
  readonly expiresAt: Date;
  closedAt: Date | null;
  isMailed: boolean;
  /** Whether anybody got it: whoever is in already is not written to. */
  isSent: boolean;
  /** Whether it is no longer known which address it was. */
  isForgotten: boolean;
  invitation: Invitation | null;
};
export type Vote = {
  readonly electors: ReadonlySet<Person>;
  /** Whether each said yes. */
  readonly ballots: Map<Person, boolean>;
  readonly closesAt: Date;
  isClosed: boolean;
};
/** On a text, as the version it would become. */
export type CharterVote = {
  readonly text: Text & { readonly version: number };
  readonly vote: Vote;
  state: "OPEN" | "WITHDRAWN" | "APPROVED" | "REJECTED" | "NO_QUORUM";
};
/** What a member's standing on the contribution rule is drawn from, and whether they were behind when it last was. */
export type Account = {
  readonly words: { readonly on: string; readonly accepted: number; readonly isListening: boolean }[];
  readonly turns: { readonly on: string; readonly state: Member["state"] }[];
  isBehind: boolean;
};
export type ExclusionBy = "STEWARDS" | "VOTE";
export type Case = {
  readonly who: Person;
  readonly by: Person;
  state: "NOTICE" | "VOTING" | "DISMISSED" | "EXCLUDED" | "APPEALED" | "APPEAL_VOTING" | "CONFIRMED" | "REVERSED";
  readonly decidedBy: ExclusionBy;
  readonly openedAt: Date;
  readonly answerBy: Date;
  isAnswered: boolean;
  appealBy: Date | null;
  appealedAt: Date | null;
  appealTo: ExclusionBy | null;
  /** What the person was when they were excluded. */
  before: Member["state"] | null;
  /** Who decided in the first place. */
  first: readonly Person[];
  /** The last one there was. */
  vote: Vote | null;
};

export type World = {
  now: Date;
  entry: EntryMode;
  deciders: number;
  sponsors: number;
  limit: number | null;
  readonly exclusionBy: ExclusionBy;
  isInCustody: boolean;
  readonly members: Map<Person, Member>;
  readonly applications: Application[];
  readonly invitations: Invitation[];
  readonly grants: Grant[];
  readonly ownRoles: OwnRole[];
  readonly trusts: Trust[];
  readonly contributions: Contribution[];
  /** Who gave a role, changed it, gave it up, in the order in which they did. */
  readonly shapings: {
    readonly who: Person;
    readonly what: "Defined" | "Changed" | "Retired";
    readonly name: string;
  }[];
  /** The newest is in force. */
  readonly charters: Charter[];
  draft: Draft | null;
  /** Who keeps a text aside that met somebody else's saving. */
  readonly asides: Set<Person>;
  readonly vouches: Vouch[];
  readonly links: Link[];
  readonly letters: Letter[];
  /** Who handed in each list of members. */
  readonly lists: Person[];
  readonly accounts: Map<Person, Account>;
  /** Who put something to the vote that is about neither the charter nor anybody. */
  readonly proposals: Person[];
  readonly charterVotes: CharterVote[];
  readonly cases: Case[];
  /** By which case somebody was excluded last. */
  readonly outBy: Map<Person, Case>;
};
