/** The four parts of a profile: chi sono · valore che porto · a chi mi lego · di chi mi fido (promise P60). */
export const PROFILE_PARTS = ["who", "value", "ties", "trust"] as const;

export type ProfilePart = (typeof PROFILE_PARTS)[number];

/** What joining an association and proposing a project ask of a profile (rules M2, PJ1; promise P18). */
export type MinimumProfileFacts = {
  readonly name: string;
  readonly headline: string;
  readonly about: string;
  readonly valueBrought: string;
  readonly audience: string;
  readonly competences: number;
};

/** One missing thing of a minimum profile. */
export type MissingPart = keyof MinimumProfileFacts;

/** Parts of a profile that have an audience of their own (rule PV1), in the order of the settings. Name and headline have none. */
export const PROFILE_FIELDS = [
  "PHOTO",
  "PLACE",
  "LANGUAGES",
  "ABOUT",
  "STORY",
  "VALUE_BROUGHT",
  "COMPETENCES",
  "OFFERS",
  "ASKS",
  "AUDIENCE",
  "MEMBERSHIPS",
  "VALUES",
  "VISION",
  "EMAIL",
  "SAID_DONE",
  "DEEDS",
] as const;

export type ProfileField = (typeof PROFILE_FIELDS)[number];

/** Widest first. CONNECTED and AFTER_MEETING open to nobody else until ties exist. */
export const AUDIENCES = ["PUBLIC", "MEMBERS", "SHARED_ASSOCIATIONS", "CONNECTED", "AFTER_MEETING", "ONLY_ME"] as const;

export type Audience = (typeof AUDIENCES)[number];
export type Audiences = Readonly<Partial<Record<ProfileField, Audience>>>;

/** How whoever looks stands to whoever is looked at. */
export type Relation = "visitor" | "member" | "sharedAssociation" | "self";

/** Who finds a profile: only those in an association with its owner, all members, visitors too, search engines too. */
export const REACHES = ["UNLISTED", "MEMBERS", "PUBLIC", "INDEXED"] as const;

export type Reach = (typeof REACHES)[number];
/** Whether whoever leads a project may ask this person, by name, to help with it. */
export type AskFlag = { readonly isAskable: boolean };
export type ReachFlags = { readonly isListed: boolean; readonly isPublic: boolean; readonly isIndexed: boolean };

export const EXCHANGE_KINDS = [
  "SKILL",
  "TIME",
  "LISTENING",
  "CONTACT",
  "INFORMATION",
  "RESOURCE",
  "OPPORTUNITY",
] as const;

export type ExchangeKind = (typeof EXCHANGE_KINDS)[number];

export type HeldCompetence = { readonly slug: string; readonly level: number };

export type ExchangeSide = "OFFER" | "ASK";

/** An offer or an ask that stands. */
export type StandingExchange = {
  readonly id: string;
  readonly title: string;
  readonly kind: ExchangeKind;
  readonly locale: string;
  readonly competence: string | null;
  /** Last day, as «2026-11-21». */
  readonly untilOn: string | null;
};

export type ShownMembership = {
  readonly slug: string;
  readonly name: string;
  /** Slugs for its emblem, in the order of the charter in force. */
  readonly values: readonly string[];
  readonly since: string;
};

export type OwnMembership = ShownMembership & {
  /** Whether its owner opened it. */
  readonly isVisible: boolean;
  /** Whether whoever looks belongs to that association too. */
  readonly isShared: boolean;
};

/** A whole profile as the database keeps it: only `visibleProfile` hands it on. */
export type Profile = ReachFlags &
  AskFlag & {
    readonly id: string;
    readonly handle: string;
    readonly name: string;
    readonly headline: string;
    readonly contentLocale: string;
    readonly joinedAt: string;
    readonly audiences: Audiences;
    readonly photoId: string | null;
    readonly placeSlug: string | null;
    readonly languages: readonly string[];
    readonly about: string;
    readonly story: string;
    readonly valueBrought: string;
    readonly audience: string;
    readonly vision: string;
    readonly email: string | null;
    readonly competences: readonly HeldCompetence[];
    readonly offers: readonly StandingExchange[];
    readonly asks: readonly StandingExchange[];
    readonly values: readonly string[];
    readonly memberships: readonly OwnMembership[];
  };

/** What one viewer may read of a profile. What is closed and what is empty look the same (rule A2). */
export type VisibleProfile = Omit<Profile, "audiences" | "memberships" | keyof ReachFlags | keyof AskFlag> & {
  readonly memberships: readonly ShownMembership[];
  /** Whether search engines may keep the page. */
  readonly isIndexed: boolean;
  /** Whether what came of their commitments is open to whoever looks (rule T1). */
  readonly showsRecord: boolean;
};

/** What two people share, in words one of them can read on the other's page: names of associations, slugs of values and competences. */
export type CommonGround = {
  readonly associations: readonly string[];
  readonly values: readonly string[];
  readonly givesMe: readonly string[];
  readonly needsMe: readonly string[];
};
