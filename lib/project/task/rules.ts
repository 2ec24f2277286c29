import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { ASK_AGAIN_DAYS } from "../handover/rules";
import { canWork, type WorkFacts, type WorkRefusal } from "../work/rules";
import type { TaskState } from "./types";

/** How many tasks a project keeps, dropped ones included. */
export const TASKS_MAX = 200;

export type TaskFacts = {
  readonly state: TaskState;
  /** Who took it on and takes part still; null for nobody. */
  readonly ownerId: string | null;
};

/** Whether nothing is left to be done of it. */
export const isClosed = (state: TaskState): boolean => state === "DONE" || state === "DROPPED";

/** Whether a task may be due that day: from today on, or the day it was due already. Days as «2026-11-21». */
export function canBeDue(due: string | null, { was, today }: { was: string | null; today: string }): boolean {
  return due === null || due === was || due >= today;
}

/** Whether one more task fits. */
export function canAddTask(count: number): Result<null, "work.tooManyTasks"> {
  return count < TASKS_MAX ? ok(null) : refuse("work.tooManyTasks", { params: { max: TASKS_MAX } });
}

/** Whether this person moves and changes a task: its owner, or anybody who takes part while it is nobody's (rule PT2). */
export function canChangeTask({ ownerId }: TaskFacts, memberId: string): Result<null, "work.othersTask"> {
  return ownerId === null || ownerId === memberId ? ok(null) : refuse("work.othersTask");
}

export type TakeRefusal = "work.taskClosed" | "work.taskTaken";

/** Whether somebody takes a task on of their own accord: while it is open and nobody's. */
export function canTakeTask(task: TaskFacts): Result<null, TakeRefusal> {
  if (isClosed(task.state)) return refuse("work.taskClosed");
  return task.ownerId === null ? ok(null) : refuse("work.taskTaken");
}

/** Whether somebody gives it back: its owner, while it is open. What is nobody's already is given back. */
export function canGiveBack(
  { state, ownerId }: TaskFacts,
  memberId: string,
): Result<null, "work.taskClosed" | "work.othersTask"> {
  if (ownerId === null) return ok(null);
  if (ownerId !== memberId) return refuse("work.othersTask");
  return isClosed(state) ? refuse("work.taskClosed") : ok(null);
}

export type AskRefusal = TakeRefusal | "work.askYourself" | "work.notInProject" | "work.askOpen" | "work.askedTooSoon";

export type AskFacts = TaskFacts & {
  readonly now: Date;
  readonly askerId: string;
  readonly toId: string;
  /** Whether whom one asks takes part in the project. */
  readonly isParticipant: boolean;
  readonly hasOpenAsk: boolean;
  /** When the same person last said «non ora» to the same asker about this task. */
  readonly lastRefusedAt: Date | null;
};

/**
 * Whether one asks this person to take the task on: an open one that is nobody's or one's own, and not within 90 days of a
 * «non ora» of theirs to the same question (rules PT2, PT3).
 */
export function canAskForTask(facts: AskFacts): Result<null, AskRefusal> {
  if (isClosed(facts.state)) return refuse("work.taskClosed");
  if (facts.ownerId !== null && facts.ownerId !== facts.askerId) return refuse("work.taskTaken");
  if (facts.toId === facts.askerId) return refuse("work.askYourself", { field: "memberId" });
  if (!facts.isParticipant) return refuse("work.notInProject", { field: "memberId" });
  if (facts.hasOpenAsk) return refuse("work.askOpen", { field: "memberId" });
  const again = facts.lastRefusedAt && addDays(facts.lastRefusedAt, ASK_AGAIN_DAYS);
  if (again && facts.now < again)
    return refuse("work.askedTooSoon", { field: "memberId", params: { again: again.getTime() } });
  return ok(null);
}

export type AnswerRefusal = TakeRefusal | WorkRefusal | "work.askClosed";
export type AnswerFacts = TaskFacts & {
  readonly isOpen: boolean;
  readonly askedById: string | null;
  readonly work: WorkFacts;
};

/** Whether the answer still counts: a no always while the question stands, a yes while the task is nobody's or the asker's. */
export function canAnswerTask(facts: AnswerFacts, answer: "ACCEPTED" | "REFUSED"): Result<null, AnswerRefusal> {
  if (!facts.isOpen) return refuse("work.askClosed");
  if (answer === "REFUSED") return ok(null);
  const works = canWork(facts.work);
  if (!works.ok) return works;
  if (isClosed(facts.state)) return refuse("work.taskClosed");
  return facts.ownerId === null || facts.ownerId === facts.askedById ? ok(null) : refuse("work.taskTaken");
}
