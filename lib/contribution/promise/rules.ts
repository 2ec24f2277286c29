import { addMonths } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { dayAfter } from "@/lib/membership/calendar/rules";
import { type ActRefusal, canAct } from "@/lib/membership/standing/rules";
import type { Limits, Standing } from "@/lib/membership/standing/types";
import { type CommitmentState, isReleasedInTime, MISSED_AFTER_DAYS, RELEASE_HOURS } from "../commitment/rules";

/** How far ahead one may commit. */
export const AHEAD_MONTHS_MAX = 12;

export type PromiseRefusal =
  | ActRefusal
  | "contribution.notAnswering"
  | "contribution.noSuchFellow"
  | "contribution.dueOutOfRange"
  | "contribution.noSuchValue";

export type PromiseFacts = {
  readonly standing: Limits & Pick<Standing, "responsibilities">;
  readonly today: string;
  readonly values: readonly string[];
  /** For the association itself, not for oneself. */
  readonly isForAssociation: boolean;
  /** Null when it is made to nobody in particular; whether the one it is made to belongs here, and is somebody else. */
  readonly isToFellow: boolean | null;
};

type Said = { readonly dueOn: string; readonly value: string | null };

/** Whether somebody commits themselves, or the association they answer for (EDIT), by a day: nobody is committed by others (rules K1, PT2). */
export function canPromise(facts: PromiseFacts, { dueOn, value }: Said): Result<null, PromiseRefusal> {
  const { standing, today, values, isForAssociation, isToFellow } = facts;
  const act = canAct(standing, "TAKE_PART");
  if (!act.ok) return act;
  if (isForAssociation && !standing.responsibilities.includes("EDIT")) return refuse("contribution.notAnswering");
  if (isToFellow === false) return refuse("contribution.noSuchFellow", { field: "toWhom" });
  if (dueOn <= today || dueOn > addMonths(today, AHEAD_MONTHS_MAX))
    return refuse("contribution.dueOutOfRange", { field: "dueOn", params: { months: AHEAD_MONTHS_MAX } });
  return value === null || values.includes(value) ? ok(null) : refuse("contribution.noSuchValue", { field: "value" });
}

export type OwnCloseRefusal =
  | "contribution.notYours"
  | "contribution.commitmentClosed"
  | "contribution.commitmentOverdue"
  | "contribution.needsEvidence"
  | "contribution.tooLateToRelease";

export type OwnOutcome = "KEPT" | "PARTLY" | "RELEASED";

export type OwnCloseFacts = {
  readonly now: Date;
  readonly today: string;
  readonly state: CommitmentState;
  readonly dueOn: string | null;
  /** Its subject, or whoever answers for the association whose it is. */
  readonly isSubject: boolean;
  readonly isConfirmed: boolean;
};

type Closing = { readonly outcome: OwnOutcome; readonly evidence: string };

/**
 * Whether a commitment of one's own is closed this way: by its subject alone; as kept with evidence or another's word (rule K1);
 * let go when announced 48 hours before its day (rule K2); in no way once it is missed.
 */
export function canCloseOwn(facts: OwnCloseFacts, { outcome, evidence }: Closing): Result<null, OwnCloseRefusal> {
  const { isSubject, state, dueOn, today, isConfirmed, now } = facts;
  if (!isSubject) return refuse("contribution.notYours");
  if (state !== "OPEN") return refuse("contribution.commitmentClosed");
  if (isMissed(dueOn, today)) return refuse("contribution.commitmentOverdue", { params: { days: MISSED_AFTER_DAYS } });
  if (outcome === "KEPT" && evidence === "" && !isConfirmed)
    return refuse("contribution.needsEvidence", { field: "evidence" });
  if (outcome === "RELEASED" && !isReleasedInTime(dueOn, now))
    return refuse("contribution.tooLateToRelease", { field: "outcome", params: { hours: RELEASE_HOURS } });
  return ok(null);
}

/** Whether fourteen days after its day have passed: then it is missed, whenever the job writes so (rule K2). */
export function isMissed(dueOn: string | null, today: string): boolean {
  return dueOn !== null && today > dayAfter(dueOn, MISSED_AFTER_DAYS);
}

export type AttestRefusal =
  | "contribution.ownCommitment"
  | "contribution.notItsWitness"
  | "contribution.commitmentClosed"
  | "contribution.alreadyConfirmed";

export type AttestFacts = Pick<OwnCloseFacts, "state" | "isConfirmed"> & {
  /** Its subject, or whoever declared it for the association. */
  readonly isOwn: boolean;
  /** The one it was made to; made to the association, whoever confirms contributions there. */
  readonly isWitness: boolean;
};

/** Whether somebody else says that it was done (rule K1). Closing it stays with its subject. */
export function canAttest({ isOwn, isWitness, state, isConfirmed }: AttestFacts): Result<null, AttestRefusal> {
  if (isOwn) return refuse("contribution.ownCommitment");
  if (!isWitness) return refuse("contribution.notItsWitness");
  if (state !== "OPEN") return refuse("contribution.commitmentClosed");
  return isConfirmed ? refuse("contribution.alreadyConfirmed") : ok(null);
}

export type NoteRefusal = "contribution.notYours" | "contribution.notMissed" | "contribution.noteWritten";

/** Whether words are put beside a missed commitment: its subject's, once (rules K2, T3). */
export function canNote(facts: {
  isSubject: boolean;
  state: CommitmentState;
  note: string;
}): Result<null, NoteRefusal> {
  if (!facts.isSubject) return refuse("contribution.notYours");
  if (facts.state !== "MISSED") return refuse("contribution.notMissed");
  return facts.note === "" ? ok(null) : refuse("contribution.noteWritten");
}
