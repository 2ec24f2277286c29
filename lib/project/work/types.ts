import type { ProjectView } from "../page/types";
import type { Person } from "../types";
import type { WorkRefusal } from "./rules";

/** What is done of what there is to do: counted, never typed in. Dropped tasks are not counted. */
export type Progress = {
  readonly tasks: number;
  readonly tasksDone: number;
  readonly deliverables: number;
  readonly deliverablesDone: number;
};

/** What every page of the work of a project knows. */
export type WorkView = {
  readonly project: ProjectView;
  readonly progress: Progress;
  /** Why whoever looks may not work in it now; null when they may. */
  readonly barred: WorkRefusal | null;
  /** The others who take part. */
  readonly people: readonly NonNullable<Person>[];
};
