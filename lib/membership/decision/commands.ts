import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { closeApplication } from "../application/commands";
import type { ApplicationState } from "../application/types";
import { activateMembership } from "../commands";
import { readStanding } from "../facts";
import { mayDecide } from "../policy";
import type { ActivationRefusal, ActorRefusal } from "../rules";
import { readDecision } from "./facts";
import { canDecideNow, type DecisionRefusal, outcomeOf } from "./rules";
import type { DecideInput } from "./schema";

export type DecideRefusal = "common.notFound" | "common.keyTaken" | ActorRefusal | DecisionRefusal | AdmissionRefusal;

type Decided = { applicationId: string; associationSlug: string; state: ApplicationState };

/**
 * The actor's word on an application (rule M6). Whoever admits, for ADMIT; never the candidate; both read as «not found».
 * Leaves a decision and, when it settles the matter, a DECLINED application or an ACCEPTED one with its membership.
 */
export async function decideApplication(
  actor: Actor,
  { applicationId, ...word }: DecideInput,
  now = new Date(),
): Promise<Result<Decided, DecideRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Decided, DecideRefusal>(actor, async (tx) => {
    const facts = await readDecision(tx, applicationId);
    if (!facts) return refuse("common.notFound");
    const { memberId: applicantId, associationId } = facts;
    const standing = await readStanding(tx, { memberId: actor.memberId, associationId, now });
    if (!mayDecide(actor, { applicantId, responsibilities: standing?.responsibilities ?? [] }))
      return refuse("common.notFound");
    return sayOn(tx, { applicationId, facts, word, deciderId: actor.memberId, now });
  });
}

export type AdmissionRefusal =
  | "membership.papersOutdated"
  | "membership.candidateProfileIncomplete"
  | "membership.candidateStatementOver"
  | "membership.alreadyMember"
  | "membership.full";

type Word = Pick<DecideInput, "outcome" | "reason" | "message" | "clauseId">;
type Saying = {
  applicationId: string;
  facts: NonNullable<Awaited<ReturnType<typeof readDecision>>>;
  word: Word;
  deciderId: string;
  now: Date;
};

/** One decider's word, and what it makes of the application. The caller holds the association's lock and has asked the policy. */
export async function sayOn(
  tx: Tx,
  { applicationId, facts, word, deciderId, now }: Saying,
): Promise<Result<Decided, DecisionRefusal | AdmissionRefusal>> {
  const { memberId, associationId, associationSlug, deciderIds } = facts;
  const verdict = canDecideNow({ ...facts, now, hasDecided: deciderIds.includes(deciderId) }, word);
  if (!verdict.ok) return verdict;

  await tx.applicationDecision.create({ data: { applicationId, deciderId, ...word, at: now } });
  const state = outcomeOf(word.outcome, facts);
  if (state === "PENDING") return ok({ applicationId, associationSlug, state });
  await closeApplication(tx, applicationId, state, now);
  if (state === "ACCEPTED") {
    const activation = await activateMembership(tx, { applicationId, actorId: deciderId, now });
    if (!activation.ok) return refuse(ADMISSION_REFUSALS[activation.refusal.code]);
  }
  const kind = state === "ACCEPTED" ? "membership.admitted" : "membership.declined";
  await recordActivity(tx, { kind, actorId: deciderId, memberId, associationId, subjectId: applicationId, at: now });
  return ok({ applicationId, associationSlug, state });
}

/** Why papers that were in order when handed in no longer are, as whoever decides reads it. */
const ADMISSION_REFUSALS: Readonly<Record<ActivationRefusal, AdmissionRefusal>> = {
  "membership.charterAmended": "membership.papersOutdated",
  "membership.stanceMissing": "membership.papersOutdated",
  "membership.noteMissing": "membership.papersOutdated",
  "membership.questionsChanged": "membership.papersOutdated",
  "membership.answerMissing": "membership.papersOutdated",
  "membership.pledgeMissing": "membership.papersOutdated",
  "membership.pledgeTooSmall": "membership.papersOutdated",
  "membership.statementMissing": "membership.papersOutdated",
  "membership.untilTooFar": "membership.papersOutdated",
  "membership.untilPassed": "membership.candidateStatementOver",
  "membership.profileIncomplete": "membership.candidateProfileIncomplete",
  "membership.alreadyMember": "membership.alreadyMember",
  "membership.full": "membership.full",
};
