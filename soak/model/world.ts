import { addDays, addMonths, dayOf } from "@/lib/core/duration";

/*
 * What an association's life is, by the rules of membership (M1–M11, R1–R3, PT1–PT3, DC1–DC6) and ADR 0006, 0016, 0020, 0022,
 * 0024, 0026 and 0029, as plain values: written apart from the product, so that the two can be held against each other.
 */

export type Person = number;
export type EntryMode = "OPEN" | "APPLICATION" | "INVITATION";
export type Answered = "PENDING" | "ACCEPTED" | "DECLINED" | "WITHDRAWN" | "EXPIRED";
export type Role = "STEWARD" | "WELCOMER";

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
  readonly role: Role;
  readonly by: Person | null;
  state: "OFFERED" | "HELD" | "REFUSED" | "ENDED";
  endedAt: Date | null;
};

/** What a charter says, as far as it ever changes here: a value, which is of substance, and the wording of a rule. */
export type Text = { readonly value: number; readonly wording: number };
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
export type Vote = {
  readonly electors: ReadonlySet<Person>;
  /** Whether each said yes. */
  readonly ballots: Map<Person, boolean>;
  readonly closesAt: Date;
  isClosed: boolean;
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
  /** The newest is in force. */
  readonly charters: Charter[];
  draft: Draft | null;
  /** Who keeps a text aside that met somebody else's saving. */
  readonly asides: Set<Person>;
  readonly vouches: Vouch[];
  readonly links: Link[];
  readonly cases: Case[];
  /** By which case somebody was excluded last. */
  readonly outBy: Map<Person, Case>;
};

/** People are 0 to 5; the first founds, the last has a profile that says too little. */
export const PEOPLE = 6;
export const FOUNDER = 0;
export const THIN = PEOPLE - 1;

const DAYS = {
  decision: 30,
  invitation: 30,
  cooldown: 30,
  askAgain: 90,
  grace: 14,
  charter: 30,
  charterPause: 90,
} as const;

export const answerBy = (now: Date) => addDays(now, DAYS.decision);
export const standsUntil = (now: Date) => addDays(now, DAYS.invitation);
export const mayApplyFrom = (declinedAt: Date) => addDays(declinedAt, DAYS.cooldown);
export const mayAskFrom = (refusedAt: Date) => addDays(refusedAt, DAYS.askAgain);
/** Half a year; or ten days, so that it ends within what the model lives through. */
export const untilOf = (now: Date, isShort: boolean) => (isShort ? dayOf(addDays(now, 10)) : addMonths(dayOf(now), 6));

export const isIn = (member: Member | undefined) => member?.state === "ACTIVE" || member?.state === "PAUSED";
export const places = ({ members }: World) => [...members.values()].filter(isIn).length;
export const isFull = (world: World) => world.limit !== null && places(world) >= world.limit;

/** Past its day an application is over, before any job says so; on its last instant it is not. */
export const isWaiting = ({ state, answerBy: by }: Application, now: Date) =>
  state === "PENDING" && (by === null || by >= now);
export const isAsked = ({ state, expiresAt }: Invitation, now: Date) => state === "PENDING" && expiresAt > now;

export const holds = ({ grants }: World, who: Person, role: Role) =>
  grants.some((grant) => grant.who === who && grant.role === role && grant.state === "HELD");

/** Whether a statement ended longer ago than its days of grace (ADR 0020). */
export const isOverdue = ({ untilOn }: Member, now: Date) =>
  dayOf(now) > dayOf(addDays(new Date(`${untilOn}T12:00:00Z`), DAYS.grace));

/** How long ago the oldest version of substance came out that waits for a member's word, in days; null when none waits (M11). */
export function waitingDays({ charters, now }: World, { accepted }: Member): number | null {
  const waiting = charters.find(({ isMaterial }, i) => isMaterial && i + 1 > accepted);
  return waiting ? (now.getTime() - waiting.publishedAt.getTime()) / 86_400_000 : null;
}

/** Whether everything but reading, leaving, pausing and accepting has stopped for a member (M11). */
export const isCharterOverdue = (world: World, member: Member) => (waitingDays(world, member) ?? 0) >= DAYS.charter;
/** Whether they are due for a pause, and do not come back from one before they have accepted. */
export const isCharterPause = (world: World, member: Member) => (waitingDays(world, member) ?? 0) >= DAYS.charterPause;

/** Whether somebody answers now for what their roles hold: active, on a statement in force, the charter accepted in time. */
export function answersFor(world: World, who: Person, ...roles: Role[]): boolean {
  const member = world.members.get(who);
  if (member?.state !== "ACTIVE" || isOverdue(member, world.now) || isCharterOverdue(world, member)) return false;
  return roles.some((role) => holds(world, who, role));
}

/** Whether somebody answers now for reports and cases. */
export const isModerating = (world: World, who: Person) => answersFor(world, who, "STEWARD");

/** How many besides one look after the association: who is in pause does not, whose statement ended does. */
export const othersWhoLookAfter = (world: World, who: Person) =>
  [...world.members].filter(
    ([other, { state }]) => other !== who && state === "ACTIVE" && holds(world, other, "STEWARD"),
  ).length;
