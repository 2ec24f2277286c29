import { ok, type Result, refuse } from "@/lib/core/result";
import type { ProjectState } from "../types";
import type { ApprovalState } from "./types";

/** While a project is one of these, the association's word on it is asked and given. */
const BEFORE: readonly ProjectState[] = ["PROPOSED", "FEASIBILITY"];

export type AskApprovalRefusal = "project.approvalNotAsked" | "project.approvalOpen" | "project.notFromHere";
type Asking = {
  readonly state: ProjectState;
  readonly needsApproval: boolean;
  /** What became of the newest asking. */
  readonly last: ApprovalState | null;
};

/** Whether the owner asks the association once more: after a no, before the start (rule PJ2). */
export function canAskApproval({ state, needsApproval, last }: Asking): Result<null, AskApprovalRefusal> {
  if (!needsApproval) return refuse("project.approvalNotAsked");
  if (!BEFORE.includes(state)) return refuse("project.notFromHere");
  return last === "ASKED" || last === "APPROVED" ? refuse("project.approvalOpen") : ok(null);
}

export type AnswerApprovalRefusal = "project.approvalClosed" | "project.ownApproval";
type Answering = {
  readonly state: ApprovalState;
  /** Whether whoever answers leads the project. */
  readonly isOwner: boolean;
  /** Whether somebody else could answer for the association. */
  readonly hasOthers: boolean;
};

/** Whether this word can be given: while it waits, and by somebody else than whoever leads the project, where there is one. */
export function canAnswerApproval({ state, isOwner, hasOthers }: Answering): Result<null, AnswerApprovalRefusal> {
  if (state !== "ASKED") return refuse("project.approvalClosed");
  return isOwner && hasOthers ? refuse("project.ownApproval") : ok(null);
}
