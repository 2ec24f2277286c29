import { ok, type Result, refuse } from "@/lib/core/result";
import { type ActRefusal, canAct } from "@/lib/membership/standing/rules";
import type { Limits } from "@/lib/membership/standing/types";
import { isOver } from "../rules";
import type { ProjectState } from "../types";
import type { Progress } from "./types";

export type WorkRefusal = ActRefusal | "project.over" | "work.stopped";

export type WorkFacts = {
  readonly state: ProjectState;
  /** Where they belong to the project's association; null for others who sit in it, and in personal projects. */
  readonly membership: Limits | null;
};

/**
 * Whether somebody who takes part may work in the project now: not while it is suspended or over, nor while they are in pause
 * or owe their word on the charter (rules M10, M11).
 */
export function canWork({ state, membership }: WorkFacts): Result<null, WorkRefusal> {
  if (isOver(state)) return refuse("project.over");
  if (state === "SUSPENDED") return refuse("work.stopped");
  return membership ? canAct(membership, "TAKE_PART") : ok(null);
}

type Counted = {
  readonly tasks: number;
  readonly tasksDone: number;
  readonly deliverables: readonly { readonly done: string | null }[];
};

/** What is done of what there is to do. */
export function progressOf({ tasks, tasksDone, deliverables }: Counted): Progress {
  const deliverablesDone = deliverables.filter(({ done }) => done !== null).length;
  return { tasks, tasksDone, deliverables: deliverables.length, deliverablesDone };
}

/** How far a project is, from what is done: tasks that were not dropped and things to hand over weigh the same. Null with nothing to count. */
export function shareDone({ tasks, tasksDone, deliverables, deliverablesDone }: Progress): number | null {
  const all = tasks + deliverables;
  return all === 0 ? null : (tasksDone + deliverablesDone) / all;
}
