import type { Actor } from "@/lib/auth/actor";
import type { Responsibility } from "@/lib/membership/role/types";

type Held = { readonly responsibilities: readonly Responsibility[] };

/** Whoever answers for MODERATE reads the desk of reports and cases, opens cases, takes measures; on which, the rules say. */
export function mayModerate(actor: Actor, { responsibilities }: Held): boolean {
  return !actor.isSuspended && responsibilities.includes("MODERATE");
}

/** A case is read by the person it is about, in or out by then, and by whoever moderates (rules M9, A2). */
export function mayReadCase(actor: Actor, { subjectId, responsibilities }: Held & { subjectId: string }): boolean {
  return actor.memberId === subjectId || responsibilities.includes("MODERATE");
}

/** Whoever answers for EDIT says who decides on exclusions; for cases opened from then on (rule R5). */
export function mayChooseWay(actor: Actor, { responsibilities }: Held): boolean {
  return !actor.isSuspended && responsibilities.includes("EDIT");
}
