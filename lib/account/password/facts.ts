import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import type { PasswordFacts } from "./rules";

/** What the rules on passwords ask, and the hash that only this command compares. Null when the session has just ended. */
export async function readPasswordFacts(
  tx: Tx,
  { sessionId, accountId }: Actor,
): Promise<(PasswordFacts & { passwordHash: string | null }) | null> {
  const rows = await tx.$queryRaw<(PasswordFacts & { passwordHash: string | null })[]>`
    SELECT a."emailVerifiedAt" IS NOT NULL AS "hasVerifiedEmail", a."passwordHash" IS NOT NULL AS "hasPassword",
           a."passwordHash", a."email", m."name", s."createdAt" AS "sessionStartedAt"
      FROM "Session" s JOIN "Account" a ON a."id" = s."accountId" JOIN "Member" m ON m."accountId" = a."id"
     WHERE s."id" = ${sessionId}::uuid AND a."id" = ${accountId}::uuid FOR UPDATE OF a`;
  return rows[0] ?? null;
}
