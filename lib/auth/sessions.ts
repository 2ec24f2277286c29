import "server-only";
import { addDays } from "@/lib/core/duration";
import { shortUserAgent } from "@/lib/core/user-agent";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { logFailure } from "@/lib/log/logger";
import type { Actor } from "./actor";
import type { SessionCookie } from "./cookie";
import { hashToken, IDLE_DAYS, newToken, SESSION_DAYS } from "./token";

const TOUCH_MS = 3_600_000;

/** Signs an account in: the row knows only the hash of the token that the browser gets. */
export async function openSession(
  tx: Tx,
  { accountId, userAgent }: { accountId: string; userAgent: string },
  now = new Date(),
): Promise<SessionCookie> {
  const cookie = { token: newToken(), expiresAt: addDays(now, SESSION_DAYS) };
  await tx.session.create({
    data: {
      accountId,
      tokenHash: hashToken(cookie.token),
      userAgent: shortUserAgent(userAgent),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: cookie.expiresAt,
    },
  });
  return cookie;
}

type Found = Omit<Actor, "formKey" | "action"> & { lastSeenAt: Date };

/** Whose session a token opens; null when it ended. Notes, at most hourly, that it was used. */
export async function findActor(token: string, now = new Date()): Promise<Actor | null> {
  const rows = await db.$queryRaw<Found[]>`
    SELECT a."id"::text AS "accountId", m."id"::text AS "memberId", s."id"::text AS "sessionId", m."handle", m."name",
           m."photoId"::text AS "photoId", a."emailVerifiedAt" IS NOT NULL AS "hasVerifiedEmail",
           a."suspendedAt" IS NOT NULL AS "isSuspended", s."lastSeenAt"
      FROM "Session" s JOIN "Account" a ON a."id" = s."accountId" JOIN "Member" m ON m."accountId" = a."id"
     WHERE s."tokenHash" = ${hashToken(token)} AND s."expiresAt" > ${now} AND s."lastSeenAt" > ${addDays(now, -IDLE_DAYS)}`;
  if (!rows[0]) return null;
  const { lastSeenAt, ...actor } = rows[0];
  if (now.getTime() - lastSeenAt.getTime() >= TOUCH_MS) await touch(actor.sessionId, now);
  return { ...actor, formKey: null, action: "" } as Actor;
}

/** Reading goes on even where nothing can be written. */
async function touch(id: string, now: Date): Promise<void> {
  await db.session
    .updateMany({ where: { id }, data: { lastSeenAt: now } })
    .catch((error) => logFailure("session.touch", error));
}

/** Signs one browser out. */
export async function endSession(token: string): Promise<void> {
  await db.session.deleteMany({ where: { tokenHash: hashToken(token) } });
}
