import "server-only";
import type { AssociationRef } from "@/lib/association/types";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import { ASSOCIATION_REF, refOf } from "@/lib/membership/sight/queries";
import { type ActRefusal, canAct } from "@/lib/membership/standing/rules";

export type Opening = { readonly association: AssociationRef; readonly refusal: ActRefusal | null };

/** Whether the actor may put something to the vote of an association, for those who belong; null for anybody else. */
export async function findOpening(actor: Actor, slug: string, now = new Date()): Promise<Opening | null> {
  const association = await db.association.findUnique({ where: { slug }, select: { id: true, ...ASSOCIATION_REF } });
  if (!association) return null;
  const key = { memberId: actor.memberId, associationId: association.id, now };
  const standing = await readStanding(unlocked, key);
  if (!standing || !isMember(standing.state)) return null;
  const may = canAct(standing, "PROPOSE");
  return { association: refOf(association), refusal: may.ok ? null : may.refusal.code };
}
