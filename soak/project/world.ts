/*
 * What a project's life is, by the rules of projects (PJ2–PJ7, K1–K3, PT2, PT3) and the decisions about dreams, tasks, asks and
 * co-hosts (ADR 0034, 0035, 0036, 0042), as plain values: written apart from the product, so that the two can be held against each
 * other. Nobody comes into an association in it; nothing in it is ever due.
 */
import { addDays } from "@/lib/core/duration";
import type * as rows from "./rows";

export const PEOPLE = 8;
export type Person = number;
export type Group = number;
/** Who is in which association; the first looks after it. The last person is in none, and found by nobody. */
export const GROUPS: readonly (readonly Person[])[] = [
  [6, 0, 1, 2],
  [3, 2, 5],
  [4, 1, 5],
];
export const HIDDEN: Person = PEOPLE - 1;

export type State = "IDEA" | "PROPOSED" | "FEASIBILITY" | "ACTIVE" | "SUSPENDED" | "COMPLETED" | "ABANDONED";
export type Moved = Exclude<State, "IDEA" | "PROPOSED" | "COMPLETED">;
/** A need with one seat, without which nothing starts, and one with two. */
export const NEEDS = [
  { seats: 1, isCritical: true },
  { seats: 2, isCritical: false },
] as const;

/** How it begins: a person's own or an association's, for its members only or not, dreamt or proposed. */
export type Setting = { readonly isShared: boolean; readonly isMembersOnly: boolean; readonly isDream: boolean };

export type World = {
  now: Date;
  state: State;
  owner: Person;
  endedAt: Date | null;
  /** Which association leads it; null for a person's own. */
  lead: Group | null;
  readonly isMembersOnly: boolean;
  /** Who is in which association now; none of them are there where it is a person's own. */
  readonly members: Person[][];
  /** Whether there are seats: not while it is an idea. */
  hasSeats: boolean;
  readonly offers: rows.Offer[];
  readonly promises: rows.Promised[];
  readonly deeds: rows.Deed[];
  readonly handovers: rows.Handover[];
  readonly dreams: rows.Dream[];
  readonly invitations: rows.Invitation[];
  readonly seatAsks: rows.SeatAsk[];
  readonly tasks: rows.Task[];
  readonly taskAsks: rows.TaskAsk[];
  readonly asks: rows.Ask[];
  readonly hostings: rows.Hosting[];
  readonly leads: rows.Lead[];
};

/** One step: who does what, to whom or to which of the last four. Every step can be taken at any time. */
export type Op = {
  readonly kind: string;
  readonly who: Person;
  readonly whom: Person;
  /** Of which need; which association, the one after the last being none; which row, 0 being the newest. */
  readonly need: number;
  readonly group: Group;
  readonly nth: number;
  readonly to: Moved;
  readonly column: rows.Task["state"];
  readonly isYes: boolean;
  readonly days: number;
  /** Whether the same form is sent once more (rule A7). */
  readonly again: boolean;
};

export const begun = (now: Date, { isShared, isMembersOnly, isDream }: Setting): World => ({
  ...{ now, state: isDream ? "IDEA" : "PROPOSED", owner: 0, endedAt: null, hasSeats: !isDream },
  ...{ lead: isShared ? 0 : null, isMembersOnly: isShared && isMembersOnly },
  members: isShared ? GROUPS.map((members) => [...members]) : [],
  ...{ offers: [], promises: [], deeds: [], handovers: [], dreams: [], invitations: [], seatAsks: [] },
  ...{ tasks: [], taskAsks: [], asks: [], hostings: [], leads: [] },
});

export const ARROWS: Readonly<Record<State, readonly State[]>> = {
  IDEA: ["ABANDONED"],
  PROPOSED: ["FEASIBILITY", "ABANDONED"],
  FEASIBILITY: ["ACTIVE", "ABANDONED"],
  ACTIVE: ["COMPLETED", "SUSPENDED", "ABANDONED"],
  SUSPENDED: ["ACTIVE", "ABANDONED"],
  COMPLETED: [],
  ABANDONED: [],
};
/** After a «non ora» nobody asks or offers the same again for so long (PT3). */
export const AGAIN_DAYS = 90;

export const newest = <T>(all: readonly T[], nth: number): T | undefined => all.at(-1 - nth);
export const isSeated = ({ offers }: World, who: Person) =>
  offers.some((offer) => offer.who === who && offer.state === "ACCEPTED");
export const takesPart = (world: World, who: Person) => who === world.owner || isSeated(world, who);
export const isOver = ({ state }: World) => state === "COMPLETED" || state === "ABANDONED";
export const isOpen = ({ state }: World) => ["PROPOSED", "FEASIBILITY", "ACTIVE", "SUSPENDED"].includes(state);
export const isStanding = ({ state }: rows.Offer) => state === "WAITING" || state === "QUEUED" || state === "ACCEPTED";
export const taken = ({ offers }: World, need: number) =>
  offers.filter((offer) => offer.need === need && offer.state === "ACCEPTED").length;
export const isSince = (at: Date | null | undefined, days: number, now: Date) =>
  Boolean(at) && now < addDays(at as Date, days);

/** The associations that carry it: the lead first, then whoever carries it longest. */
export function carriers({ lead, hostings }: World): Group[] {
  const others = hostings
    .filter(({ state }) => state === "CARRYING")
    .toSorted((a, b) => (a.answeredAt?.getTime() ?? 0) - (b.answeredAt?.getTime() ?? 0) || a.group - b.group);
  return [...(lead === null ? [] : [lead]), ...others.map(({ group }) => group)];
}
export const isIn = ({ members }: World, group: Group | null, who: Person) =>
  group !== null && Boolean(members[group]?.includes(who));
/** Whoever looks after it, while they are in it: once they leave, nobody does. */
export const speaksFor = (world: World, group: Group | null, who: Person) =>
  isIn(world, group, who) && GROUPS[group ?? -1]?.[0] === who;
/** Whoever leads it, while they belong to the association that does. */
export const manages = (world: World, who: Person) =>
  who === world.owner && (world.lead === null || isIn(world, world.lead, who));
/** The first of them where somebody is. */
export const through = (world: World, who: Person): Group | null =>
  carriers(world).find((group) => isIn(world, group, who)) ?? null;
/** Whether it is there for somebody: for members only it is so for those of an association that carries it (A2). */
export const mayRead = (world: World, who: Person) => !world.isMembersOnly || through(world, who) !== null;
/** Whether they take part where it is: an owner who left what carries it does not (M8). */
export const isInside = (world: World, who: Person) =>
  takesPart(world, who) &&
  mayRead(world, who) &&
  (who !== world.owner || world.lead === null || through(world, who) !== null);
/** What somebody gets to hear who may not do this: nothing of what is not there for them (A2). */
export const shut = (world: World, who: Person) => (mayRead(world, who) ? "common.notAllowed" : "common.notFound");
