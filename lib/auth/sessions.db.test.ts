import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { endAllSessions, revokeSession, sweepSessions } from "@/lib/account/session/commands";
import { listOwnSessions } from "@/lib/account/session/queries";
import { addDays } from "@/lib/core/duration";
import { ok, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { makeMember } from "@/lib/testing/members";
import type { Actor } from "./actor";
import { endSession, findActor, openSession } from "./sessions";

const NOW = new Date("2026-11-21T10:00:00Z");
const MINUTE = 60_000;
const after = (days: number, milliseconds = 0) => new Date(addDays(NOW, days).getTime() + milliseconds);
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0";

let member: Actor;
beforeAll(async () => {
  member = await makeMember({ name: "Sonia Seduta" });
});

async function signIn(accountId = member.accountId, now = NOW) {
  const result = await inTransaction(null, async (tx) =>
    ok(await openSession(tx, { accountId, userAgent: FIREFOX }, now)),
  );
  if (!result.ok) throw new Error(result.refusal.code);
  const actor = await findActor(result.value.token, now);
  if (!actor) throw new Error("a session that is not there");
  return { token: result.value.token, actor };
}
const isIn = async (token: string, now = NOW) => (await findActor(token, now)) !== null;

test("a session opens to whom it belongs, and to nobody by its hash or its id", async () => {
  const { token, actor } = await signIn();
  expect(actor).toMatchObject({
    memberId: member.memberId,
    handle: member.handle,
    name: "Sonia Seduta",
    formKey: null,
    action: "",
  });
  const row = await db.session.findUniqueOrThrow({ where: { id: actor.sessionId } });
  for (const other of [row.tokenHash, row.id, `${token}x`, ""]) expect(await findActor(other, NOW)).toBeNull();
});

test.each([
  ["used every week, a moment before thirty days", [7, 14, 21, 28], after(30, -1), true],
  ["used every week, at thirty days", [7, 14, 21, 28], after(30), false],
  ["unused, a moment before fourteen days", [], after(14, -1), true],
  ["unused, at fourteen days", [], after(14), false],
  ["used once, fourteen days after that", [10], after(24), false],
  ["used once, a moment before that", [10], after(24, -1), true],
])("a session %s: %s", async (_how, days, when, isGood) => {
  const { token } = await signIn();
  for (const day of days as number[]) expect(await isIn(token, after(day))).toBe(true);
  expect(await isIn(token, when as Date)).toBe(isGood);
});

test("being used is noted at most once an hour", async () => {
  const { token, actor } = await signIn();
  const seenAt = async () => (await db.session.findUniqueOrThrow({ where: { id: actor.sessionId } })).lastSeenAt;
  await findActor(token, after(0, 60 * MINUTE - 1));
  expect(await seenAt()).toEqual(NOW);
  await findActor(token, after(0, 60 * MINUTE));
  expect(await seenAt()).toEqual(after(0, 60 * MINUTE));
});

test("a suspended account still reads, and its actor says so", async () => {
  const suspended = await makeMember({ isSuspended: true });
  expect((await signIn(suspended.accountId)).actor.isSuspended).toBe(true);
});

test("signing out ends this browser's session and no other", async () => {
  const [one, other] = [await signIn(), await signIn()];
  await endSession(one.token);
  expect([await isIn(one.token), await isIn(other.token)]).toEqual([false, true]);
});

test("one's own sessions are listed, this one first, with browser and system; ended ones are not", async () => {
  const person = await makeMember();
  await signIn(person.accountId, after(-20));
  const older = await signIn(person.accountId, after(-2));
  const newer = await signIn(person.accountId, after(-1));
  const stranger = await makeMember();
  await signIn(stranger.accountId);
  const list = await listOwnSessions(older.actor, NOW);
  expect(list.map(({ id, isThisOne }) => [id, isThisOne])).toEqual([
    [older.actor.sessionId, true],
    [newer.actor.sessionId, false],
  ]);
  expect(list[0]).toMatchObject({ browser: "Firefox", system: "Linux", createdAt: after(-2) });
});

test("one signs another browser of one's own out", async () => {
  const [here, there] = [await signIn(), await signIn()];
  expect(await revokeSession(here.actor, { sessionId: there.actor.sessionId })).toEqual(ok(null));
  expect([await isIn(here.token), await isIn(there.token)]).toEqual([true, false]);
});

test("A2: somebody else's session and one that never was get the same answer, and stay", async () => {
  const stranger = await signIn((await makeMember()).accountId);
  const { actor } = await signIn();
  const answers = [];
  for (const sessionId of [stranger.actor.sessionId, randomUUID()])
    answers.push(await revokeSession(actor, { sessionId }));
  expect(answers).toEqual([refuse("account.sessionGone"), refuse("account.sessionGone")]);
  expect(await isIn(stranger.token)).toBe(true);
});

test("signing out everywhere ends all of one's own sessions, and nobody else's, and is recorded", async () => {
  const person = await makeMember();
  const [one, two] = [await signIn(person.accountId), await signIn(person.accountId)];
  const stranger = await signIn();
  expect(await endAllSessions(one.actor, {}, NOW)).toEqual(ok({ count: 2 }));
  expect([await isIn(one.token), await isIn(two.token), await isIn(stranger.token)]).toEqual([false, false, true]);
  expect(await db.activity.findMany({ where: { kind: "account.sessionsEnded" }, select: { actorId: true } })).toEqual([
    { actorId: person.memberId },
  ]);
});

test("what nobody can use any more is swept, and only that", async () => {
  const person = await makeMember();
  const idle = await signIn(person.accountId, after(-14));
  const alive = await signIn(person.accountId, after(-14, 1));
  await sweepSessions(NOW);
  const left = await db.session.findMany({ where: { accountId: person.accountId }, select: { id: true } });
  expect(left).toEqual([{ id: alive.actor.sessionId }]);
  expect(await db.session.count({ where: { id: idle.actor.sessionId } })).toBe(0);
});
