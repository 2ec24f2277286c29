import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { OwnAccount } from "./types";

/** The actor's own account. */
export async function findOwnAccount({ accountId }: Actor): Promise<OwnAccount> {
  const rows = await db.$queryRaw<OwnAccount[]>`
    SELECT "email", "emailVerifiedAt" IS NOT NULL AS "isVerified", "passwordHash" IS NOT NULL AS "hasPassword", "locale", "createdAt"
      FROM "Account" WHERE "id" = ${accountId}::uuid`;
  if (!rows[0]) throw new Error("an actor without an account");
  return rows[0];
}
