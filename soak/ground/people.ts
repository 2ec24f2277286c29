import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { hashToken } from "@/lib/auth/token";
import { addDays, addMonths, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";

/** Signs people in, each in a browser of their own; what the browsers send. */
export async function signIn(people: readonly Actor[], now = new Date()): Promise<string[]> {
  const tokens = people.map(() => randomBytes(32).toString("base64url"));
  const times = { createdAt: now, lastSeenAt: now, expiresAt: addDays(now, 30) };
  const data = people.map(({ accountId }, i) => ({ accountId, tokenHash: hashToken(tokens[i] ?? ""), ...times }));
  await db.session.createMany({ data });
  return tokens.map((token) => `tessera=${token}`);
}

/** What is typed into the page of coming in, where one value is named and one question asked. */
export const typedPapers = (statement: string) => ({
  ...{ "stances.0.stance": "SHARED", "answers.0.text": "Perché mi riguarda." },
  ...{ kinds: "TIME", hours: "4", period: "MONTH", untilOn: addMonths(dayOf(new Date()), 6), statement, accepts: "on" },
});
