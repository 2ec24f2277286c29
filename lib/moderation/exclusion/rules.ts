import { deadlineAfter } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { isMember } from "@/lib/membership/rules";
import type { MembershipState } from "@/lib/membership/types";
import type { CaseState, ExclusionBy, Wording } from "./types";

/** Whole days to answer a notice, and to appeal (rule M9). */
export const ANSWER_DAYS = 7;
export const APPEAL_DAYS = 30;

/** Whole days after which a case, or an appeal, that nobody decided ends for the person. */
export const LAPSE_DAYS = 60;

export type OpenCaseRefusal =
  | "moderation.noSuchMember"
  | "moderation.ownCase"
  | "moderation.caseOpen"
  | "moderation.noSuchClause";

export type OpeningFacts = {
  readonly openerId: string;
  readonly subjectId: string;
  /** Null when they never belonged here. */
  readonly state: MembershipState | null;
  readonly hasOpenCase: boolean;
  /** Whether the clause stands in the charter in force. */
  readonly isClauseInForce: boolean;
};

/** Whether a case is opened against somebody: a member, not oneself, on a clause in force, once at a time (rule M9). */
export function canOpenCase(facts: OpeningFacts): Result<null, OpenCaseRefusal> {
  if (facts.subjectId === facts.openerId) return refuse("moderation.ownCase", { field: "whom" });
  if (!isMember(facts.state)) return refuse("moderation.noSuchMember", { field: "whom" });
  if (!facts.isClauseInForce) return refuse("moderation.noSuchClause", { field: "clauseId" });
  return facts.hasOpenCase ? refuse("moderation.caseOpen", { field: "whom" }) : ok(null);
}

/** One answers until somebody decides: words that come late do no harm. */
export const canAnswer = (state: CaseState): boolean => state === "NOTICE";

/** The parties to a case, and whoever came in after it was opened, decide nothing of it (rules M9, MO3). */
export type Judge = {
  readonly memberId: string;
  readonly openedById: string | null;
  readonly subjectId: string;
  /** Who decided first: one steward, or those who voted. Empty in the first place. */
  readonly firstDeciders: readonly string[];
  readonly admittedAt: Date;
  readonly openedAt: Date;
};

export function mayJudge(judge: Judge): boolean {
  const { memberId, openedById, subjectId, firstDeciders, admittedAt, openedAt } = judge;
  return ![openedById, subjectId, ...firstDeciders].includes(memberId) && admittedAt <= openedAt;
}

export type RuleRefusal = "moderation.tooEarly" | "moderation.caseOver" | "moderation.byVote" | "moderation.inWriting";

export type RulingFacts = {
  readonly state: CaseState;
  readonly answerBy: Date;
  readonly decidedBy: ExclusionBy;
  readonly appealTo: ExclusionBy | null;
  /** Whether anybody is left who may decide in writing. */
  readonly hasJudge: boolean;
  readonly now: Date;
};

/**
 * Whether a case is decided now, in writing or by opening a vote (rule M9): not before the time to answer is over, and in the
 * way that was fixed when it was opened; by a vote where nobody is left who may decide it in writing.
 */
export function canRule(facts: RulingFacts, way: ExclusionBy): Result<{ isAppeal: boolean }, RuleRefusal> {
  const { state, answerBy, now } = facts;
  if (state !== "NOTICE" && state !== "APPEALED") return refuse("moderation.caseOver", { params: { state } });
  if (state === "NOTICE" && now < answerBy)
    return refuse("moderation.tooEarly", { params: { from: answerBy.getTime() } });
  const isAppeal = state === "APPEALED";
  if (wayNow(facts) === way) return ok({ isAppeal });
  return refuse(way === "STEWARDS" ? "moderation.byVote" : "moderation.inWriting");
}

function wayNow({ state, appealTo, decidedBy, hasJudge }: RulingFacts): ExclusionBy {
  const fixed = state === "APPEALED" ? appealTo : decidedBy;
  return wayOf(fixed ?? "VOTE", hasJudge ? 1 : 0);
}

export type AppealRefusal = "moderation.appealOver" | "moderation.notExcluded";

/** Whether the person appeals now: within thirty days, once (rule M9). */
export function canAppeal(state: CaseState, appealBy: Date | null, now: Date): Result<null, AppealRefusal> {
  if (state !== "EXCLUDED" || !appealBy) return refuse("moderation.notExcluded");
  return now < appealBy ? ok(null) : refuse("moderation.appealOver");
}

type Waiting = { readonly state: CaseState; readonly openedAt: Date; readonly appealedAt: Date | null };

/** Whether nobody decided in the days there are: from the notice, or from the appeal. A vote under way is being decided. */
export function hasLapsed({ state, openedAt, appealedAt }: Waiting, now: Date): boolean {
  const since = state === "NOTICE" ? openedAt : state === "APPEALED" ? appealedAt : null;
  return since !== null && now >= deadlineAfter(since, LAPSE_DAYS);
}

/** A party does not put a case to the vote while somebody else may; where nobody is, never in words of their own (rule MO3). */
export function wordingOf({
  isParty,
  hasJudge,
}: {
  isParty: boolean;
  hasJudge: boolean;
}): Result<Wording, "moderation.party"> {
  if (!isParty) return ok("OWN");
  return hasJudge ? refuse("moderation.party") : ok("NEUTRAL");
}

type Said = { readonly clause: { readonly number: number; readonly text: string }; readonly facts: string };
type Words = Said & { readonly answer: string; readonly appeal: string; readonly locale: string };

/** How a part of a case is quoted in a language, with whose words it is. */
export type Quoting = (
  part: "clause" | "facts" | "answer" | "appeal",
  said: { readonly text: string; readonly number?: number },
  locale: string,
) => string;

/** The clause, the facts, and the person's own words: what is put to the vote where nobody outside the case can word it. */
export function neutralText({ clause, facts, answer, appeal, locale }: Words, quote: Quoting): string {
  const own = (["answer", "appeal"] as const).map((part) => [part, { answer, appeal }[part]] as const);
  const theirs = own.flatMap(([part, text]) => (text ? [quote(part, { text }, locale)] : []));
  return [quote("clause", clause, locale), quote("facts", { text: facts }, locale), ...theirs].join("\n\n");
}

/** Whether a text says of a case what stands there already, as a neutral one does. */
export const repeatsCase = (text: string, { clause, facts }: Said): boolean =>
  text.includes(clause.text) && text.includes(facts);

/** What a ruling makes of a case. */
export function stateAfter(isAppeal: boolean, isOut: boolean): CaseState {
  if (isAppeal) return isOut ? "CONFIRMED" : "REVERSED";
  return isOut ? "EXCLUDED" : "DISMISSED";
}

/**
 * In which way it is decided: by a steward where the association says so and one may judge it; else by a vote. Nobody alone
 * among the stewards thus judges what they opened.
 */
export const wayOf = (wished: ExclusionBy, judges: number): ExclusionBy =>
  wished === "STEWARDS" && judges > 0 ? "STEWARDS" : "VOTE";
