import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { personFor, personOf } from "../sight/queries";
import type { PersonView } from "../types";
import { readTrusts } from "./facts";
import { countForTaking } from "./rules";
import type { TrustView } from "./types";

/** Those the actor trusts in an association: theirs alone to read. */
export async function listTrusted(actor: Actor, associationId: string): Promise<PersonView[]> {
  const rows = await db.roleTrust.findMany({
    where: { trusterId: actor.memberId, endedAt: null, membership: { associationId } },
    orderBy: { givenAt: "asc" },
    select: { membership: { select: { member: { select: personFor(actor) } } } },
  });
  return rows.map(({ membership }) => personOf(membership.member));
}

/** Whether the trust a role takes is there, for whom it is offered to; never how much of it. */
export async function trustView(membershipId: string, needed: number | null): Promise<TrustView | null> {
  if (needed === null) return null;
  return { needed, isThere: countForTaking(await readTrusts(db, membershipId)) >= needed };
}
