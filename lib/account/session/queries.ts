import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { IDLE_DAYS } from "@/lib/auth/token";
import { addDays } from "@/lib/core/duration";
import { deviceFrom } from "@/lib/core/user-agent";
import { db } from "@/lib/db/client";
import type { OwnSession } from "./types";

/** The browsers in which the actor is signed in, this one first, then the last used. */
export async function listOwnSessions(actor: Actor, now = new Date()): Promise<OwnSession[]> {
  const rows = await db.session.findMany({
    where: { accountId: actor.accountId, expiresAt: { gt: now }, lastSeenAt: { gt: addDays(now, -IDLE_DAYS) } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
  });
  const sessions = rows.map(({ userAgent, ...row }) => ({
    ...row,
    ...deviceFrom(userAgent),
    isThisOne: row.id === actor.sessionId,
  }));
  return sessions.sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}
