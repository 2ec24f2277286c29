import "server-only";
import { createHash } from "node:crypto";
import { db } from "@/lib/db/client";

export type Limit = { readonly name: string; readonly max: number; readonly windowSeconds: number };

/**
 * Counts one attempt of this subject (account id, address, network) against a limit; false when there
 * were too many in the present window. One statement, so two attempts at once are counted as two.
 */
export async function takeTurn(
  { name, max, windowSeconds }: Limit,
  subject: string,
  now = new Date(),
): Promise<boolean> {
  const key = createHash("sha256").update(`${name}:${subject}`).digest("hex");
  const windowMs = windowSeconds * 1000;
  const windowAt = new Date(Math.floor(now.getTime() / windowMs) * windowMs);
  const rows = await db.$queryRaw<{ count: number }[]>`
    INSERT INTO "Throttle" ("key", "windowAt", "count") VALUES (${key}, ${windowAt}, 1)
    ON CONFLICT ("key", "windowAt") DO UPDATE SET "count" = "Throttle"."count" + 1
    RETURNING "count"`;
  return (rows[0]?.count ?? 0) <= max;
}

/** Seconds until the present window of a limit ends, at least one. */
export function secondsLeft({ windowSeconds }: Limit, now = new Date()): number {
  return windowSeconds - (Math.floor(now.getTime() / 1000) % windowSeconds);
}

/** Removes windows that ended a day ago or more. Run by a job. */
export async function sweepThrottles(now = new Date()): Promise<number> {
  const { count } = await db.throttle.deleteMany({ where: { windowAt: { lt: new Date(now.getTime() - 86_400_000) } } });
  return count;
}
