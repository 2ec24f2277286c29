import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { signInByPassword } from "@/lib/auth/password-sign-in";
import { findActor, openSession } from "@/lib/auth/sessions";
import { ok, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { anActor } from "@/lib/testing/actors";
import { makeMember } from "@/lib/testing/members";
import { removePassword, setPassword } from "./commands";

const NOW = new Date("2026-11-21T10:00:00Z");
const LATER = new Date("2026-11-21T11:00:00Z");
const OLD = "correct horse battery";
const NEW = "la nebbia agli irti colli";

let actor: Actor;
let email = "";

async function signIn(accountId: string, now = NOW) {
  const result = await inTransaction(null, async (tx) => ok(await openSession(tx, { accountId, userAgent: "" }, now)));
  const found = result.ok && (await findActor(result.value.token, now));
  if (!found) throw new Error("no session");
  return found;
}
const opens = async (password: string) => (await signInByPassword({ email, password }, "")).ok;
const sessions = () => db.session.count({ where: { accountId: actor.accountId } });

beforeEach(async () => {
  const { accountId } = await makeMember({ name: "Pia Parola" });
  actor = await signIn(accountId);
  email = (await db.account.findUniqueOrThrow({ where: { id: accountId } })).email;
});

test("a verified person adds a password, and it opens; links go on working beside it", async () => {
  expect(await setPassword(actor, { currentPassword: null, password: OLD }, LATER)).toEqual(ok({ endedSessions: 0 }));
  expect(await opens(OLD)).toBe(true);
  expect(await db.activity.count({ where: { kind: "account.passwordSet", actorId: actor.memberId } })).toBe(1);
  const { passwordHash } = await db.account.findUniqueOrThrow({
    where: { id: actor.accountId },
    select: { passwordHash: true },
  });
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=32768,t=3,p=1\$/);
});

test("before the address is proven no password is set", async () => {
  await db.account.update({ where: { id: actor.accountId }, data: { emailVerifiedAt: null } });
  expect(await setPassword(actor, { currentPassword: null, password: OLD }, NOW)).toEqual(refuse("common.unverified"));
  expect(await opens(OLD)).toBe(false);
});

test("adding one leaves other browsers in; changing it signs them out, and not this one", async () => {
  await signIn(actor.accountId);
  await setPassword(actor, { currentPassword: null, password: OLD }, NOW);
  expect(await sessions()).toBe(2);
  expect(await setPassword(actor, { currentPassword: OLD, password: NEW }, LATER)).toEqual(ok({ endedSessions: 1 }));
  expect(await db.session.findMany({ where: { accountId: actor.accountId }, select: { id: true } })).toEqual([
    { id: actor.sessionId },
  ]);
  expect([await opens(OLD), await opens(NEW)]).toEqual([false, true]);
});

test("an hour into a session the password in use is asked for", async () => {
  await setPassword(actor, { currentPassword: null, password: OLD }, NOW);
  for (const currentPassword of [null, "wrong horse battery"]) {
    const refusal = refuse("account.currentPassword", { field: "currentPassword" });
    expect(await setPassword(actor, { currentPassword, password: NEW }, LATER)).toEqual(refusal);
    expect(await removePassword(actor, { currentPassword }, LATER)).toEqual(refusal);
  }
  expect([await opens(OLD), await opens(NEW)]).toEqual([true, false]);
});

test("who has just signed in needs not remember it", async () => {
  await setPassword(actor, { currentPassword: null, password: OLD }, NOW);
  const fresh = await signIn(actor.accountId, LATER);
  expect(await setPassword(fresh, { currentPassword: null, password: NEW }, LATER)).toEqual(ok({ endedSessions: 1 }));
});

test("a password anybody would guess is refused at its field", async () => {
  const guess = await setPassword(actor, { currentPassword: null, password: "Pia Parola Pia Parola" }, NOW);
  expect(guess).toEqual(refuse("account.guessable", { field: "password" }));
});

test("a password taken away opens nothing; the other browsers are signed out", async () => {
  await setPassword(actor, { currentPassword: null, password: OLD }, NOW);
  await signIn(actor.accountId);
  expect(await removePassword(actor, { currentPassword: OLD }, LATER)).toEqual(ok({ endedSessions: 1 }));
  expect(await opens(OLD)).toBe(false);
  expect(await sessions()).toBe(1);
});

test("a session that ended meanwhile changes nothing, nor does one of somebody else", async () => {
  const gone = anActor({ accountId: actor.accountId, memberId: actor.memberId });
  expect(await setPassword(gone, { currentPassword: null, password: OLD }, NOW)).toEqual(refuse("common.signIn"));
  const stranger = await signIn((await makeMember()).accountId);
  const mixed = anActor({ accountId: actor.accountId, sessionId: stranger.sessionId });
  expect(await setPassword(mixed, { currentPassword: null, password: OLD }, NOW)).toEqual(refuse("common.signIn"));
  expect(await opens(OLD)).toBe(false);
});
