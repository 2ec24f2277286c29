import "server-only";
import { DAY_MS } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";

type NewSignUp = { readonly email: string; readonly name: string; readonly locale: string };

/**
 * Keeps what somebody typed at sign-up until the address is proven; a newer one replaces it. Written for known addresses
 * too, where it is never used: both must cost the same.
 */
export async function keepSignUp(tx: Tx, signUp: NewSignUp, now = new Date()): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "SignUp" ("email", "name", "locale", "createdAt") VALUES (${signUp.email}, ${signUp.name}, ${signUp.locale}, ${now})
    ON CONFLICT ("email") DO UPDATE SET "name" = excluded."name", "locale" = excluded."locale", "createdAt" = excluded."createdAt"`;
}

/** Takes it out again, for good; null when there is none. Of two who come at once, one gets it. */
export async function takeSignUp(tx: Tx, email: string): Promise<NewSignUp | null> {
  const rows = await tx.$queryRaw<NewSignUp[]>`
    DELETE FROM "SignUp" WHERE "email" = ${email} RETURNING "email", "name", "locale"`;
  return rows[0] ?? null;
}

/** Removes sign-ups of a day ago and links that expired. Run by a job. */
export async function sweepSignUps(now = new Date()): Promise<number> {
  const signUps = await db.signUp.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - DAY_MS) } } });
  const links = await db.verificationToken.deleteMany({ where: { expiresAt: { lt: now } } });
  return signUps.count + links.count;
}
