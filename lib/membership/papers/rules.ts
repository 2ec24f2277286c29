import { minutesAYear } from "@/lib/association/rules";
import { addMonths, dateOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Answer, Papers, StanceTaken, Statement, Terms } from "./types";

/** A statement stands a year at most (rule PT1). */
export const STATEMENT_MONTHS_MAX = 12;

export type StatementRefusal =
  | "membership.statementMissing"
  | "membership.pledgeMissing"
  | "membership.pledgeTooSmall"
  | "membership.untilPassed"
  | "membership.untilTooFar";

export type PapersRefusal =
  | StatementRefusal
  | StanceRefusal
  | "membership.questionsChanged"
  | "membership.answerMissing";

/**
 * Whether papers are complete against a charter (rule M2): its hash, a stance on each value, the required answers, a valid
 * statement. No stance is a «no»: «non è mio» asks for a sentence and nothing else.
 */
export function arePapersInOrder(papers: Papers, terms: Terms, today: string): Result<null, PapersRefusal> {
  if (papers.charterHash !== terms.charterHash) return refuse("membership.charterAmended");
  const stances = hasEveryStance(papers.stances, terms.valueIds);
  if (!stances.ok) return stances;
  const answers = hasEveryAnswer(papers.answers, terms.questions);
  if (!answers.ok) return answers;
  return isStatementValid(papers, terms, today);
}

export type StanceRefusal = "membership.charterAmended" | "membership.stanceMissing" | "membership.noteMissing";

/** Whether there is one stance on each of these values and on nothing else, «non è mio» with a sentence. */
export function hasEveryStance(
  stances: readonly StanceTaken[],
  valueIds: readonly string[],
): Result<null, StanceRefusal> {
  const taken = new Set(stances.map(({ valueId }) => valueId));
  if (taken.size !== stances.length || stances.some(({ valueId }) => !valueIds.includes(valueId)))
    return refuse("membership.charterAmended");
  const missing = valueIds.findIndex((id) => !taken.has(id));
  if (missing >= 0) return refuse("membership.stanceMissing", { field: `stances.${missing}.stance` });
  const mute = stances.findIndex(({ stance, note }) => stance === "NOT_MINE" && note.trim() === "");
  return mute >= 0 ? refuse("membership.noteMissing", { field: `stances.${mute}.note` }) : ok(null);
}

function hasEveryAnswer(
  answers: readonly Answer[],
  questions: Terms["questions"],
): Result<null, "membership.questionsChanged" | "membership.answerMissing"> {
  const asked = questions.map(({ id }) => id).join();
  if (answers.map(({ questionId }) => questionId).join() !== asked) return refuse("membership.questionsChanged");
  const mute = questions.findIndex(({ isRequired }, i) => isRequired && answers[i]?.text.trim() === "");
  return mute >= 0 ? refuse("membership.answerMissing", { field: `answers.${mute}.text` }) : ok(null);
}

/** Whether a statement says what, how much and until when, or that one only listens (rule PT1), and gives what the charter asks. */
export function isStatementValid(
  statement: Statement,
  terms: Pick<Terms, "minMinutes" | "minPeriod">,
  today: string,
): Result<null, StatementRefusal> {
  if (statement.statement.trim() === "") return refuse("membership.statementMissing", { field: "statement" });
  const given = givesEnough(statement, terms);
  if (!given.ok) return given;
  const latest = latestUntil(today);
  if (statement.untilOn <= today)
    return refuse("membership.untilPassed", { field: "untilOn", params: { after: dateOf(today).getTime() } });
  if (statement.untilOn > latest)
    return refuse("membership.untilTooFar", { field: "untilOn", params: { by: dateOf(latest).getTime() } });
  return ok(null);
}

function givesEnough(
  { isListening, kinds, minutesPerPeriod, period }: Statement,
  { minMinutes, minPeriod }: Pick<Terms, "minMinutes" | "minPeriod">,
): Result<null, StatementRefusal> {
  if (isListening) return ok(null);
  if (kinds.length === 0) return refuse("membership.pledgeMissing", { field: "kinds" });
  if (!minutesPerPeriod || !period) return refuse("membership.pledgeMissing", { field: "hours" });
  if (minMinutes === null || minPeriod === null) return ok(null);
  return minutesAYear(minutesPerPeriod, period) >= minutesAYear(minMinutes, minPeriod)
    ? ok(null)
    : refuse("membership.pledgeTooSmall", { field: "hours", params: { hours: minMinutes / 60, period: minPeriod } });
}

/** The last day a statement made today may name. */
export function latestUntil(today: string): string {
  return addMonths(today, STATEMENT_MONTHS_MAX);
}
