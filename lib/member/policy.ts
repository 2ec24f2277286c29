import type { Actor } from "@/lib/auth/actor";

/** Whether somebody may change a profile: their own, while their access is not suspended. */
export function mayEditProfile(actor: Actor, memberId: string): boolean {
  return actor.memberId === memberId && !actor.isSuspended;
}
