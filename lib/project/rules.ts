import { type Result, refuse } from "@/lib/core/result";
import { type ActRefusal, canAct } from "@/lib/membership/standing/rules";
import type { Limits } from "@/lib/membership/standing/types";
import type { Coverage, MissingToStart, ProjectState, Seats } from "./types";

export const NEEDS_MAX = 12;
export const DELIVERABLES_MAX = 10;
/** States in which people may sit down: offers come in and are answered. In a suspension too, or a seat left then would never let it go on. */
const OPEN_STATES: readonly ProjectState[] = ["PROPOSED", "FEASIBILITY", "ACTIVE", "SUSPENDED"];
/** States of a project that has started: nothing is indispensable any more but what was. */
const STARTED_STATES: readonly ProjectState[] = ["ACTIVE", "SUSPENDED"];
/** States a project does not come back from. */
export const OVER_STATES: readonly ProjectState[] = ["COMPLETED", "ABANDONED"];

const ARROWS: Readonly<Record<ProjectState, readonly ProjectState[]>> = {
  IDEA: ["PROPOSED", "ABANDONED"],
  PROPOSED: ["FEASIBILITY", "ABANDONED"],
  FEASIBILITY: ["ACTIVE", "ABANDONED"],
  ACTIVE: ["COMPLETED", "SUSPENDED", "ABANDONED"],
  SUSPENDED: ["ACTIVE", "ABANDONED"],
  COMPLETED: [],
  ABANDONED: [],
};

export type MoveFacts = {
  readonly state: ProjectState;
  readonly purpose: string;
  readonly ownerId: string | null;
  readonly datedDeliverables: number;
  readonly needs: readonly Seats[];
  /** Whether the association that leads goes, and none has taken the lead yet. */
  readonly isLeadLeaving?: boolean;
  /** Whether the association that leads it has still to approve it. */
  readonly lacksApproval?: boolean;
};

export type MoveRefusal =
  | "project.notFromHere"
  | "project.needsPurpose"
  | "project.needsOwner"
  | "project.needsDeliverable"
  | "project.needsCritical"
  | "project.needsApproval"
  | "project.leadLeaving";

const MISSING_CODE: Readonly<Record<MissingToStart, MoveRefusal>> = {
  purpose: "project.needsPurpose",
  owner: "project.needsOwner",
  deliverable: "project.needsDeliverable",
  criticalNeeds: "project.needsCritical",
  approval: "project.needsApproval",
};

/** Whether the life of a project has this arrow (rule PJ2). */
export function hasArrow(from: ProjectState, to: ProjectState): boolean {
  return ARROWS[from].includes(to);
}

/** Whether offers come in and are answered in this state. */
export function isOpenToOffers(state: ProjectState): boolean {
  return OPEN_STATES.includes(state);
}

/** Whether a project in this state is over: concluded or let go, for good. */
export function isOver(state: ProjectState): boolean {
  return OVER_STATES.includes(state);
}

/** Seats that stand between a project and its start. */
export function criticalSeatsFree(needs: readonly Seats[]): number {
  return needs
    .filter((need) => need.isCritical)
    .reduce((sum, { seats, accepted }) => sum + Math.max(0, seats - accepted), 0);
}

/** Everything a project lacks before it may run: purpose, owner, a dated deliverable, each critical seat taken, the word of its association (rule PJ2). */
export function missingToStart(facts: Omit<MoveFacts, "state">): MissingToStart[] {
  const lacks: readonly (readonly [MissingToStart, boolean])[] = [
    ["purpose", facts.purpose.trim() === ""],
    ["owner", facts.ownerId === null],
    ["deliverable", facts.datedDeliverables === 0],
    ["criticalNeeds", criticalSeatsFree(facts.needs) > 0],
    ["approval", facts.lacksApproval === true],
  ];
  return lacks.filter(([, isMissing]) => isMissing).map(([what]) => what);
}

/** Whether the project may go to this state now. Going on after a suspension asks the same as starting (rule PJ2). */
export function canMove(facts: MoveFacts, to: ProjectState): Result<null, MoveRefusal> {
  if (!hasArrow(facts.state, to)) return refuse("project.notFromHere");
  if (to === "ACTIVE" && facts.isLeadLeaving) return refuse("project.leadLeaving");
  const missing = to === "ACTIVE" ? missingToStart(facts)[0] : undefined;
  if (!missing) return { ok: true, value: null };
  const count = criticalSeatsFree(facts.needs);
  return refuse(MISSING_CODE[missing], missing === "criticalNeeds" ? { params: { count } } : {});
}

type ConclusionFacts = MoveFacts & { readonly openCommitments: number };
export type ConcludeRefusal = MoveRefusal | "project.openCommitments";

/** Whether the project may be concluded: it runs, and every commitment is resolved (rule PJ7). The result text is the schema's. */
export function canConclude(facts: ConclusionFacts): Result<null, ConcludeRefusal> {
  const move = canMove(facts, "COMPLETED");
  if (!move.ok) return move;
  const count = facts.openCommitments;
  return count > 0 ? refuse("project.openCommitments", { params: { count } }) : move;
}

export type ProposingFacts = {
  /** Null for a personal project. */
  readonly association: Limits | null;
  readonly hasMinimumProfile: boolean;
};
export type ProposeRefusal =
  | "project.notActiveThere"
  | "project.listeningThere"
  | "project.profileIncomplete"
  | ActRefusal;

/**
 * Whether somebody may bring a project forward: in an association those ACTIVE there, on their own those with a minimum
 * profile (rule PJ1). Owning a project is holding a role, so «solo ascolto» does not (rule PT1).
 */
export function canPropose({ association, hasMinimumProfile }: ProposingFacts): Result<null, ProposeRefusal> {
  if (!association) return hasMinimumProfile ? { ok: true, value: null } : refuse("project.profileIncomplete");
  if (association.state !== "ACTIVE") return refuse("project.notActiveThere", { field: "association" });
  if (association.isListening) return refuse("project.listeningThere", { field: "association" });
  const verdict = canAct(association, "PROPOSE");
  return verdict.ok ? verdict : refuse(verdict.refusal.code, { field: "association" });
}

export type ContinueRefusal = "project.continuesAlive" | "project.continuesNothing";

/** Whether somebody may take up again what has ended: whoever had a part in it. What they may not read there is none (rule A2). */
export function canContinue(ended: { state: ProjectState; hadPart: boolean } | null): Result<null, ContinueRefusal> {
  if (!ended?.hadPart) return refuse("project.continuesNothing");
  return isOver(ended.state) ? { ok: true, value: null } : refuse("project.continuesAlive");
}

export type ValuesRefusal = "project.valueNotThere";

/** Whether every value named is of the association's charter in force, or of whoever proposes. */
export function canServe(values: readonly string[], known: readonly string[]): Result<null, ValuesRefusal> {
  const isKnown = values.every((value) => known.includes(value));
  return isKnown ? { ok: true, value: null } : refuse("project.valueNotThere", { field: "values" });
}

type Row = { readonly row: number; readonly due: string | null };
export type DatesRefusal = "project.dueInPast";

/** Whether every date promised or asked for is still ahead; days as «2027-01-20», today included. */
export function areDatesAhead(
  rows: Readonly<Record<"needs" | "deliverables", readonly Row[]>>,
  today: string,
): Result<null, DatesRefusal> {
  for (const list of ["needs", "deliverables"] as const) {
    const past = rows[list].find(({ due }) => due !== null && due < today);
    if (past) return refuse("project.dueInPast", { field: `${list}.${past.row}.due` });
  }
  return { ok: true, value: null };
}

export type AddRefusal =
  | "project.closed"
  | "project.tooManyNeeds"
  | "project.tooManyDeliverables"
  | "project.criticalTooLate";

/** Whether one more need fits: not once it is over, and nothing indispensable once it has started (rule PJ2). */
export function canAddNeed(
  { state, needs }: Pick<MoveFacts, "state" | "needs">,
  isCritical: boolean,
): Result<null, AddRefusal> {
  if (!isOpenToOffers(state)) return refuse("project.closed");
  if (needs.length >= NEEDS_MAX) return refuse("project.tooManyNeeds", { params: { max: NEEDS_MAX } });
  if (isCritical && STARTED_STATES.includes(state)) return refuse("project.criticalTooLate", { field: "isCritical" });
  return { ok: true, value: null };
}

/** Whether one more deliverable fits. */
export function canAddDeliverable(state: ProjectState, count: number): Result<null, AddRefusal> {
  if (!isOpenToOffers(state)) return refuse("project.closed");
  if (count >= DELIVERABLES_MAX) return refuse("project.tooManyDeliverables", { params: { max: DELIVERABLES_MAX } });
  return { ok: true, value: null };
}

/** Seats by weight: what the feasibility bar shows. */
export function coverageOf(needs: readonly Seats[]): Coverage {
  const sum = (isCritical: boolean, key: "seats" | "accepted") =>
    needs.filter((need) => need.isCritical === isCritical).reduce((total, need) => total + need[key], 0);
  return {
    critical: sum(true, "seats"),
    criticalTaken: sum(true, "accepted"),
    useful: sum(false, "seats"),
    usefulTaken: sum(false, "accepted"),
  };
}

/** Share of all seats taken, 0 to 1: how much of the emblem is laid. Without seats there is nothing to lay but the heart. */
export function shareCovered({ critical, criticalTaken, useful, usefulTaken }: Coverage): number {
  const all = critical + useful;
  return all === 0 ? 0 : (criticalTaken + usefulTaken) / all;
}
