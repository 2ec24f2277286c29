/*
 * What a project's life is, by the rules of projects (PJ2–PJ7, K1–K3, PT2, PT3), as plain values: written apart from the product, so
 * that the two can be held against each other. Its project is a person's own; nothing in it is ever due.
 */
import { addDays } from "@/lib/core/duration";

export const PEOPLE = 5;
export type Person = number;
export type State = "PROPOSED" | "FEASIBILITY" | "ACTIVE" | "SUSPENDED" | "COMPLETED" | "ABANDONED";
export type Moved = Exclude<State, "PROPOSED" | "COMPLETED">;
/** A need with one seat, without which nothing starts, and one with two. */
export const NEEDS = [
  { seats: 1, isCritical: true },
  { seats: 2, isCritical: false },
] as const;

export type Offer = {
  readonly who: Person;
  readonly need: number;
  state: "WAITING" | "QUEUED" | "ACCEPTED" | "DECLINED" | "WITHDRAWN";
  decidedAt: Date | null;
  closedAt: Date | null;
};
export type Promised = { readonly offer: Offer; state: "OPEN" | "KEPT" | "PARTLY" | "RELEASED" };
export type Deed = {
  readonly who: Person;
  readonly declaredAt: Date;
  state: "DECLARED" | "CONFIRMED" | "REJECTED" | "LAPSED";
  by: Person | null;
  confirmedAt: Date | null;
};
export type Handover = {
  readonly to: Person;
  readonly by: Person;
  state: "OFFERED" | "ACCEPTED" | "REFUSED" | "WITHDRAWN";
  closedAt: Date | null;
};
export type World = {
  now: Date;
  state: State;
  owner: Person;
  endedAt: Date | null;
  readonly offers: Offer[];
  readonly promises: Promised[];
  readonly deeds: Deed[];
  readonly handovers: Handover[];
};

/** One step: who does what, to whom or to which of the last three. Every step can be taken at any time. */
export type Op = {
  readonly kind: string;
  readonly who: Person;
  readonly whom: Person;
  /** Of which need; which offer, promise or deed: 0 is the newest. */
  readonly need: number;
  readonly nth: number;
  readonly to: Moved;
  readonly isYes: boolean;
  readonly days: number;
  /** Whether the same form is sent once more (rule A7). */
  readonly again: boolean;
};

export const proposed = (now: Date): World => ({
  ...{ now, state: "PROPOSED", owner: 0, endedAt: null },
  ...{ offers: [], promises: [], deeds: [], handovers: [] },
});

export const ARROWS: Readonly<Record<State, readonly State[]>> = {
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
export const takesPart = ({ owner, offers }: World, who: Person) =>
  who === owner || offers.some((offer) => offer.who === who && offer.state === "ACCEPTED");
export const isOver = ({ state }: World) => state === "COMPLETED" || state === "ABANDONED";
export const isOpen = (world: World) => !isOver(world) && world.state !== "SUSPENDED";
export const isStanding = ({ state }: Offer) => state === "WAITING" || state === "QUEUED" || state === "ACCEPTED";
export const taken = ({ offers }: World, need: number) =>
  offers.filter((offer) => offer.need === need && offer.state === "ACCEPTED").length;
export const isSince = (at: Date | null | undefined, days: number, now: Date) =>
  Boolean(at) && now < addDays(at as Date, days);
