import type { Actor } from "@/lib/auth/actor";
import type { Responsibility } from "./role/types";

/** What somebody answers for in the association at hand; empty for outsiders. */
type Held = { readonly responsibilities: readonly Responsibility[] };

/** Reading papers: the candidate, and whoever admits. Nobody else: they are personal data. */
export function mayReadApplication(actor: Actor, { applicantId, responsibilities }: Held & { applicantId: string }) {
  return actor.memberId === applicantId || responsibilities.includes("ADMIT");
}

/** Whoever answers for ADMIT decides, never on their own papers (rule M6). */
export function mayDecide(actor: Actor, { applicantId, responsibilities }: Held & { applicantId: string }): boolean {
  return !actor.isSuspended && responsibilities.includes("ADMIT") && actor.memberId !== applicantId;
}

/** Whoever answers for INVITE asks people in, never themselves. */
export function mayInvite(actor: Actor, { responsibilities }: Held): boolean {
  return !actor.isSuspended && responsibilities.includes("INVITE");
}

/** Whoever answers for EDIT says who the association is and how one comes in. */
export function mayEdit(actor: Actor, { responsibilities }: Held): boolean {
  return !actor.isSuspended && responsibilities.includes("EDIT");
}

/** Whoever answers both for EDIT and for INVITE writes to the members an association had before it came here. */
export function mayImport(actor: Actor, held: Held): boolean {
  return mayEdit(actor, held) && mayInvite(actor, held);
}

/** Whoever answers for GRANT sees the desk of roles, offers and ends them; on which ones, the rules of roles say. */
export function mayGrant(actor: Actor, { responsibilities }: Held): boolean {
  return !actor.isSuspended && responsibilities.includes("GRANT");
}

/** Who has still to accept a charter is read by those who look after it (EDIT) or after who answers for what (GRANT). */
export function mayReadAdoption({ responsibilities }: Held): boolean {
  return responsibilities.includes("EDIT") || responsibilities.includes("GRANT");
}
