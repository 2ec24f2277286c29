import { ok, type Result, refuse } from "@/lib/core/result";

export const THREADS_MAX = 300;
export const ANSWERS_MAX = 500;

export type TalkRefusal = "work.tooManyThreads" | "work.tooManyAnswers";

/** Whether one more thread, or one more answer in a thread, fits. */
export function canSay(count: number, what: "thread" | "answer"): Result<null, TalkRefusal> {
  if (what === "thread")
    return count < THREADS_MAX ? ok(null) : refuse("work.tooManyThreads", { params: { max: THREADS_MAX } });
  return count < ANSWERS_MAX ? ok(null) : refuse("work.tooManyAnswers", { params: { max: ANSWERS_MAX } });
}

export type LogRefusal = "work.decidedInFuture" | "work.correctedAlready" | "common.notFound";
export type LogFacts = {
  readonly decidedOn: string;
  readonly today: string;
  /** The entry it sets right: null for none, «absent» for one that is not of this project. */
  readonly corrects: "absent" | "corrected" | "standing" | null;
};

/** Whether an entry may be written: of a day that was, setting right at most one that stands (rule A6). */
export function canLog({ decidedOn, today, corrects }: LogFacts): Result<null, LogRefusal> {
  if (decidedOn > today) return refuse("work.decidedInFuture", { field: "decidedOn" });
  if (corrects === "absent") return refuse("common.notFound");
  return corrects === "corrected" ? refuse("work.correctedAlready") : ok(null);
}
