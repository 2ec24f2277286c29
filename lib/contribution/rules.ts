import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { type ActRefusal, canAct } from "@/lib/membership/standing/rules";
import type { Limits } from "@/lib/membership/standing/types";
import type { ContributionState } from "./types";

/** How long after the end one may still say what one did (rule PJ5). */
export const DECLARE_DAYS = 30;
/** How long a declared contribution waits for somebody to confirm it (rule PJ5). */
export const CONFIRM_DAYS = 21;

export type DeclareRefusal =
  | ActRefusal
  | "contribution.notParticipant"
  | "contribution.tooLate"
  | "contribution.inFuture"
  | "contribution.beforeProject"
  | "contribution.evidenceGone";

export type DeclareFacts = {
  readonly now: Date;
  /** Days as «2026-11-21». */
  readonly today: string;
  readonly projectStartedOn: string;
  /** When the project was concluded or abandoned; null while it lives. */
  readonly endedAt: Date | null;
  /** In a seat, or leading it (see `takesPart`); or with something taken on there that is still to be closed. */
  readonly isParticipant: boolean;
  readonly membership: Membership;
};

/** Where somebody belongs to the association of the project; null for others who sit in it, and in personal projects. */
type Membership = Limits | null;

/** In pause, or overdue on the charter, one does not write there, sitting in a project or not (rules M10, M11). */
const canTakePart = (membership: Membership): Result<null, ActRefusal> =>
  membership ? canAct(membership, "TAKE_PART") : ok(null);

/** Whether somebody may record what they did on that day (rule PJ5). */
export function canDeclare(facts: DeclareFacts, doneOn: string): Result<null, DeclareRefusal> {
  if (!facts.isParticipant) return refuse("contribution.notParticipant");
  const act = canTakePart(facts.membership);
  if (!act.ok) return act;
  if (facts.endedAt && facts.now > addDays(facts.endedAt, DECLARE_DAYS))
    return refuse("contribution.tooLate", { params: { days: DECLARE_DAYS } });
  if (doneOn > facts.today) return refuse("contribution.inFuture", { field: "doneOn" });
  if (doneOn < facts.projectStartedOn) return refuse("contribution.beforeProject", { field: "doneOn" });
  return ok(null);
}

/** Whether nobody confirmed it in time: from then on it does not count (rule PJ5). */
export function hasLapsed(declaredAt: Date, now: Date): boolean {
  return now > addDays(declaredAt, CONFIRM_DAYS);
}

export type JudgeRefusal =
  | ActRefusal
  | "contribution.ownWork"
  | "contribution.notParticipant"
  | "contribution.notWitness"
  | "contribution.lapsed"
  | "contribution.alreadyConfirmed"
  | "contribution.alreadyRejected";

export type JudgeFacts = {
  readonly now: Date;
  readonly state: ContributionState;
  readonly declaredAt: Date;
  readonly isAuthor: boolean;
  readonly isInProject: boolean;
  /** Takes part in the project; outside projects, is among those whom the charter lets confirm. */
  readonly isWitness: boolean;
  /** Outside projects being among the witnesses says it already: null there. */
  readonly membership: Membership;
};

/** Whether this person may say anything of it: whoever was there, never its author, while it waits (rule PJ5). */
export function canJudge(facts: JudgeFacts): Result<null, JudgeRefusal> {
  const { now, state, declaredAt, isAuthor, isInProject, isWitness } = facts;
  if (isAuthor) return refuse("contribution.ownWork");
  if (!isWitness) return refuse(isInProject ? "contribution.notParticipant" : "contribution.notWitness");
  const act = canTakePart(facts.membership);
  if (!act.ok) return act;
  if (state === "CONFIRMED") return refuse("contribution.alreadyConfirmed");
  if (state === "REJECTED") return refuse("contribution.alreadyRejected");
  if (state === "LAPSED" || hasLapsed(declaredAt, now))
    return refuse("contribution.lapsed", { params: { days: CONFIRM_DAYS } });
  return ok(null);
}
