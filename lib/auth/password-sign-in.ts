import "server-only";
import { ok, type Result, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction, type KeyRefusal } from "@/lib/db/transaction";
import type { SessionCookie } from "./cookie";
import { checkPassword } from "./password";
import { openSession } from "./sessions";

type Credentials = { readonly email: string; readonly password: string };

/**
 * Signs in with a password. An address nobody has, a person without a password and a wrong one cost the same statement
 * and the same work, and get the same answer.
 */
export async function signInByPassword(
  { email, password }: Credentials,
  userAgent: string,
): Promise<Result<SessionCookie, "account.wrongPassword" | KeyRefusal>> {
  const account = await db.account.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  const isRight = await checkPassword(account?.passwordHash, password);
  if (!account || !isRight) return refuse("account.wrongPassword");
  return inTransaction(null, async (tx) => ok(await openSession(tx, { accountId: account.id, userAgent })));
}
