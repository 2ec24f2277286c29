/** One's own secret address: its last part, and since when it holds. */
export type OwnCalendar = { readonly token: string; readonly since: string };

/** What has a day of one's own: a meeting has hours besides. */
export type CalendarKind = "meeting" | "task" | "deliverable" | "commitment";

/** Where it is read: a project, or an association. */
export type CalendarPlace = { readonly slug: string; readonly name: string; readonly isProject: boolean };

type Line = {
  readonly id: string;
  readonly title: string;
  readonly changedAt: Date;
  readonly of: CalendarPlace;
};

export type MeetingOfMine = Line & {
  readonly kind: "meeting";
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly sequence: number;
  readonly place: string;
  readonly link: string | null;
  readonly isCancelled: boolean;
  /** Whether one said so oneself (rule PT2). */
  readonly isComing: boolean;
};

export type DueOfMine = Line & { readonly kind: Exclude<CalendarKind, "meeting">; readonly on: string };

/** One thing in somebody's own calendar. */
export type CalendarLine = MeetingOfMine | DueOfMine;
