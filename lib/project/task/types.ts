import type { Person } from "../types";
import type { WorkView } from "../work/types";

/** TODO, DOING, DONE, DROPPED: each to each, by hand. */
export const TASK_STATES = ["TODO", "DOING", "DONE", "DROPPED"] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** An ask of one's own: open, or answered «non ora» and so not to be repeated until a day. */
export type OwnAsk = {
  readonly id: string;
  readonly person: Person;
  readonly state: "ASKED" | "REFUSED";
  /** When the same person may be asked again, for a REFUSED one. */
  readonly again: string | null;
};

export type TaskLine = {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly state: TaskState;
  readonly due: string | null;
  readonly doneOn: string | null;
  readonly deliverableId: string | null;
  readonly deliverable: string | null;
  /** Whose it is; for an open one they take part still. */
  readonly owner: Person;
  readonly isMine: boolean;
  /** Whether whoever looks may move and change it: their own, or nobody's. */
  readonly isOpenToMe: boolean;
  /** Who asks whoever looks to take it on. */
  readonly askedBy: readonly (NonNullable<Person> & { readonly askId: string })[];
};

export type BoardView = WorkView & { readonly tasks: readonly TaskLine[] };
export type TaskView = WorkView & { readonly task: TaskLine; readonly asks: readonly OwnAsk[] };
