import type { Actor } from "@/lib/auth/actor";
import type { Responsibility } from "@/lib/membership/role/types";
import { isSubjected } from "./rules";
import type { DecisionKind } from "./types";

type Seen = {
  readonly kind: DecisionKind;
  /** In the association now, in pause too. */
  readonly isMember: boolean;
  readonly isElector: boolean;
  readonly subjectMemberId: string | null;
  readonly responsibilities: readonly Responsibility[];
};

/**
 * Members read the decisions of their association (promise P54). One on an exclusion names a person: it is read by whoever
 * votes on it, whoever moderates, and the person, who may be out by then (rule A2).
 */
export function mayRead(actor: Actor, { kind, isMember, isElector, subjectMemberId, responsibilities }: Seen): boolean {
  if (!isSubjected(kind)) return isMember;
  if (actor.memberId === subjectMemberId) return true;
  return isMember && (isElector || responsibilities.includes("MODERATE"));
}

type Opened = { readonly openedById: string | null; readonly kind: DecisionKind };

/** Whoever opened a proposal changes it before the first ballot, or takes it back. Solemn ones are their own room's. */
export function mayAmend(actor: Actor, { openedById, kind }: Opened): boolean {
  return !actor.isSuspended && kind === "GENERAL" && actor.memberId === openedById;
}

/** What may be changed may be taken back; a vote on a charter is, by whoever looks after the charter. */
export function mayWithdraw(
  actor: Actor,
  { responsibilities, ...opened }: Opened & { readonly responsibilities: readonly Responsibility[] },
): boolean {
  if (opened.kind === "CHARTER") return !actor.isSuspended && responsibilities.includes("EDIT");
  return mayAmend(actor, opened);
}

/** Whoever opened what was approved, or looks after what the association says, finds somebody to see to it (rule DC8). */
export function mayEntrust(
  actor: Actor,
  { openedById, responsibilities }: { openedById: string | null; responsibilities: readonly Responsibility[] },
): boolean {
  return !actor.isSuspended && (actor.memberId === openedById || responsibilities.includes("EDIT"));
}
