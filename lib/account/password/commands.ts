import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import type { Actor } from "@/lib/auth/actor";
import { checkPassword, hashPassword } from "@/lib/auth/password";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type KeyRefusal, type Tx } from "@/lib/db/transaction";
import { readPasswordFacts } from "./facts";
import { isGuessable, needsCurrentPassword } from "./rules";

export type PasswordRefusal =
  | "common.unverified"
  | "common.signIn"
  | "account.currentPassword"
  | "account.guessable"
  | KeyRefusal;

type Change = { readonly currentPassword: string | null; readonly password: string };

/**
 * Adds a password, or changes it: then every other session ends. Refuses before the address is proven, without the
 * password in use unless one has just signed in, and what anybody would guess.
 */
export async function setPassword(
  actor: Actor,
  { currentPassword, password }: Change,
  now = new Date(),
): Promise<Result<{ endedSessions: number }, PasswordRefusal>> {
  return inTransaction(actor, async (tx) => {
    const facts = await proven(tx, actor, currentPassword, now);
    if (!facts.ok) return facts;
    if (!facts.value.hasVerifiedEmail) return refuse("common.unverified");
    if (isGuessable(password, facts.value)) return refuse("account.guessable", { field: "password" });
    await tx.account.update({ where: { id: actor.accountId }, data: { passwordHash: await hashPassword(password) } });
    const { count } = facts.value.hasPassword ? await endOtherSessions(tx, actor) : { count: 0 };
    await record(tx, actor, "account.passwordSet", now);
    return ok({ endedSessions: count });
  });
}

/** Back to links alone. Every other session ends: whoever removes a password may do so because somebody else knows it. */
export async function removePassword(
  actor: Actor,
  { currentPassword }: Pick<Change, "currentPassword">,
  now = new Date(),
): Promise<Result<{ endedSessions: number }, PasswordRefusal>> {
  return inTransaction(actor, async (tx) => {
    const facts = await proven(tx, actor, currentPassword, now);
    if (!facts.ok) return facts;
    await tx.account.update({ where: { id: actor.accountId }, data: { passwordHash: null } });
    const { count } = await endOtherSessions(tx, actor);
    await record(tx, actor, "account.passwordRemoved", now);
    return ok({ endedSessions: count });
  });
}

/** The facts, once it is certain that this is the person: by the password in use, or by having just signed in. */
async function proven(tx: Tx, actor: Actor, currentPassword: string | null, now: Date) {
  const facts = await readPasswordFacts(tx, actor);
  if (!facts) return refuse("common.signIn");
  if (!needsCurrentPassword(facts, now)) return ok(facts);
  const isRight = await checkPassword(facts.passwordHash, currentPassword ?? "");
  return isRight ? ok(facts) : refuse("account.currentPassword", { field: "currentPassword" });
}

const endOtherSessions = (tx: Tx, { accountId, sessionId }: Actor) =>
  tx.session.deleteMany({ where: { accountId, id: { not: sessionId } } });

const record = (
  tx: Tx,
  { memberId, accountId }: Actor,
  kind: "account.passwordSet" | "account.passwordRemoved",
  at: Date,
) => recordActivity(tx, { kind, actorId: memberId, subjectId: accountId, at });
