import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { personFor, personOf } from "../sight/queries";
import { outcomeOf } from "./rules";
import type { SentLetter } from "./types";

const LIST_MAX = 100;

/** The letters the actor wrote for an association, newest first; those of an import are not read one by one. */
export async function listLetters(actor: Actor, associationId: string, now: Date): Promise<SentLetter[]> {
  const rows = await db.letter.findMany({
    where: { associationId, inviterId: actor.memberId, importId: null },
    orderBy: { createdAt: "desc" },
    take: LIST_MAX,
    select: {
      ...{ id: true, email: true, reason: true, state: true, createdAt: true, expiresAt: true },
      invitation: { select: { state: true, reason: true, member: { select: personFor(actor) } } },
    },
  });
  return rows.map(({ invitation, reason, createdAt, expiresAt, state, ...row }) => {
    const outcome = outcomeOf({ state, expiresAt, now }, invitation?.state ?? null);
    return {
      ...row,
      outcome,
      reason: invitation?.reason ?? reason,
      person: invitation && outcome === "ACCEPTED" ? personOf(invitation.member) : null,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    };
  });
}
