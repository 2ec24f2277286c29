import type { Group, Person } from "./world";

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
  /** The association in which it counts; null for a person's own project. */
  readonly where: Group | null;
  readonly declaredAt: Date;
  state: "DECLARED" | "CONFIRMED" | "REJECTED" | "LAPSED";
  by: Person | null;
  confirmedAt: Date | null;
};
export type Handover = {
  readonly to: Person;
  /** Null where somebody took a project on unasked. */
  readonly by: Person | null;
  state: "OFFERED" | "ACCEPTED" | "REFUSED" | "WITHDRAWN";
  closedAt: Date | null;
};

/** Somebody dreams an idea too, with their competence or with a contact. */
export type Dream = { readonly who: Person; readonly isCompetence: boolean; isIn: boolean };
type Answered = { state: "OPEN" | "ACCEPTED" | "DECLINED" | "WITHDRAWN" };
export type Invitation = Answered & { readonly to: Person; readonly by: Person; closedAt: Date | null };
/** A dreamer is asked about a seat of what the idea became. */
export type SeatAsk = Answered & { readonly dream: Dream; readonly need: number; closedAt: Date | null };

export type Task = { owner: Person | null; state: "TODO" | "DOING" | "DONE" | "DROPPED" };
export type TaskAsk = {
  readonly task: Task;
  readonly to: Person;
  readonly by: Person;
  state: "ASKED" | "ACCEPTED" | "REFUSED" | "WITHDRAWN";
  closedAt: Date | null;
};

/** Somebody is asked to cover a need. */
export type Ask = {
  readonly to: Person;
  readonly by: Person;
  readonly need: number;
  readonly askedAt: Date;
  state: Answered["state"] | "LAPSED";
  closedAt: Date | null;
};

/** An association is asked to carry it too, carries it, or did. */
export type Hosting = {
  readonly group: Group;
  state: "ASKED" | "CARRYING" | "NOT_NOW" | "WITHDRAWN" | "ENDED";
  answeredAt: Date | null;
};
/** The lead, held out by an association that stays or goes. */
export type Lead = { readonly from: Group; readonly isLeaving: boolean; state: "OFFERED" | "TAKEN" | "WITHDRAWN" };
